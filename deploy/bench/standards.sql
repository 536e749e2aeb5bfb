-- Fills the empty, migrated database of the standards-service with fictional standards and declarations, made by the database
-- itself: psql -v scale=500000. Five editions a standard, of which each names all earlier ones and the last is in force; titles
-- are made of some seventy words, each in some per cent of them. Two declarations for five standards, of half as many
-- enterprises, each with five standards followed, a product and five indicators. 10,000 declarations follow GB/T 100000-2022.
\set declarations :scale * 2 / 5
insert into standard (id, number, number_key, confidence, level, nature, status, title_zh, published_on, implemented_on,
    replaced_on, source, certainty, search_text, search_grams, revision, changed_at, edition_key, undated_key, family_key, designation)
  select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, number, number, 'HIGH', 'NATIONAL', 'RECOMMENDED',
    case when i % 5 < 4 then 'REPLACED' else 'IN_FORCE' end, title, make_date(1990 + i % 5 * 8, 1, 1), make_date(1990 + i % 5 * 8, 7, 1),
    case when i % 5 < 4 then make_date(1998 + i % 5 * 8, 7, 1) end, '示例', 'D', searched, array(select distinct substr(line, at, 2)
      from string_to_table(searched, E'\n') line, generate_series(1, length(line) - 1) at), 1, now(),
    number, undated, replace(undated, '/T', ''), (100000 + i / 5)::text
  from generate_series(0, :scale - 1) i
    cross join lateral (select 'GB/T ' || 100000 + i / 5 as undated, 'GB/T ' || 100000 + i / 5 || '-' || 1990 + i % 5 * 8 as number,
      '示例' || (array['工业用', '农业用', '食品', '车用', '船用', '电子', '建筑', '医用', '家用', '纺织', '石油', '冶金'])[1 + i / 5 % 12]
      || (array['钢管', '水泥', '阀门', '电缆', '轴承', '涂料', '玻璃', '橡胶', '塑料', '木材', '冷冻鱼糜', '茶叶', '大米', '饲料', '肥料',
        '电机', '泵', '锅炉', '仪表', '传感器', '软件', '标签', '包装', '服装', '鞋类', '玩具', '家具', '陶瓷', '海带', '烤鳗'])[1 + i / 60 % 30]
      || (array['中', '的', '及其'])[1 + i / 1800 % 3]
      || (array['铅含量', '水分', '强度', '耐久性', '安全', '能效', '术语', '分类', '尺寸', '噪声', '标志', '取样', '农药残留', '微生物',
        '甲醛'])[1 + i / 5400 % 15]
      || (array['的测定', '试验方法', '技术要求', '通用规范', '检验规则', '管理体系要求'])[1 + i / 81000 % 6] as title) named
    cross join lateral (select replace(replace(number, '/', ''), ' ', '') || E'\n' || title as searched) text;
insert into standard_relation (stated_by, kind, subject_key, object_key)
  select s.id, 'REPLACES', s.number_key, e.number_key from standard s
  join standard e on e.family_key = s.family_key and e.published_on < s.published_on;
insert into declarant select '9137119900' || lpad(i::text, 8, '0'), '日照示例' || i || '有限公司', '371102', 'ACTIVE', 1, now()
  from generate_series(0, :declarations / 2) i;
insert into declaration (id, uscc, number, number_key, confidence, title, own_standard, state, declared_at, search_text, search_grams, revision, details)
  select ('00000001-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, '9137119900' || lpad((i / 2)::text, 8, '0'), 'Q/RZB ' || i || '-2024',
    'Q/RZB ' || i || '-2024', 'HIGH', '示例产品' || i, true, 'PUBLIC', now(), 'q/rzb', '{}', 1, json_build_object('indicators', indicators,
      'shortfalls', '[]'::json, 'producers', '[]'::json, 'jointlyWith', '[]'::json)
  from generate_series(0, :declarations - 1) i
    cross join (select json_agg(json_build_object('name', '示例指标' || k, 'operator', 'GE', 'value', 12.50 + k, 'unit', 'g/100 g',
      'testMethod', 'GB 5009.5-2016')) as indicators from generate_series(0, 4) k) promised;
insert into declaration_execution (declaration_id, position, number_key)
  select d.id, k, case when k = 0 and row_number <= 10000 then 'GB/T 100000-2022'
    else 'GB/T ' || 100000 + (row_number * 31 + k * 1013) % (:scale / 5) || '-2022' end
  from (select id, row_number() over (order by id) from declaration) d, generate_series(0, 4) k;
insert into declaration_product (declaration_id, position, name) select id, 0, title from declaration;
vacuum (analyze);
checkpoint;
