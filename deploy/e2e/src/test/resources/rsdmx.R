# What rsdmx reads of an entrance of SDMX 2.1: Rscript rsdmx.R ADDRESS
suppressPackageStartupMessages(library(rsdmx))
address <- commandArgs(trailingOnly = TRUE)[1]

flows <- as.data.frame(readSDMX(paste0(address, "/dataflow/all/all/latest/")))
for (id in flows$id) cat("flow", id, "\n")

structure <- readSDMX(paste0(address, "/datastructure/all/DSD_QUALITY/latest/?references=children"))
components <- slot(slot(slot(structure, "datastructures"), "datastructures")[[1]], "Components")
cat("dimension", sapply(slot(components, "Dimensions"), function(dimension) slot(dimension, "conceptRef")), "\n")

data <- as.data.frame(readSDMX(paste0(
  address, "/data/DF_QUALITY/A.371100.PRD_SUPERV_PASS.ACTUAL/all/?startPeriod=2019&endPeriod=2019")))
for (i in seq_len(nrow(data))) {
  row <- data[i, ]
  cat("observation", row$FREQ, row$REF_AREA, row$INDICATOR, row$SERIES, row$obsTime, row$obsValue, "\n")
}
