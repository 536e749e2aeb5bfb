-- Products by their number, as their codes name them.
create index declaration_product_gtin on declaration_product (gtin) where gtin is not null;
