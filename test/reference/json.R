# Full-precision JSON without a package: every double as %.17g, missing as null.
num <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), sprintf("\"%s\"", ifelse(x > 0, "inf", "-inf")), sprintf("%.17g", x)))
arr <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
obj <- function(...) {
  parts <- list(...)
  paste0("{", paste(sprintf("\"%s\": %s", names(parts), unlist(parts)), collapse = ", "), "}")
}
str <- function(x) sprintf("\"%s\"", x)
lst <- function(items) paste0("[\n  ", paste(unlist(items), collapse = ",\n  "), "\n]")
made_with <- function(packages = character()) {
  v <- c(R = paste(R.version$major, R.version$minor, sep = "."), sapply(packages, function(p) as.character(packageVersion(p))))
  paste0("{", paste(sprintf("\"%s\": \"%s\"", names(v), v), collapse = ", "), "}")
}
write_json <- function(text) writeLines(text, "expected.json")
