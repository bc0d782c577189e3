# Run in this folder: Rscript make.R
source("../json.R")
suppressPackageStartupMessages(library(survival))
set.seed(20310306)
t <- ceiling(rexp(80, 1 / 10)); cause <- sample(c("claim", "denial", "none"), 80, TRUE, c(.4, .2, .4))
sets <- list(list(t = c(1, 2, 2, 3, 5, 5), cause = c("claim", "denial", "none", "claim", "none", "denial")), list(t = t, cause = cause))
rows <- lapply(sets, function(s) {
  f <- survfit(Surv(s$t, factor(s$cause, levels = c("none", "claim", "denial"))) ~ 1, timefix = FALSE)
  p <- f$pstate; colnames(p) <- f$states
  obj(t = arr(s$t), cause = paste0("[", paste(str(s$cause), collapse = ", "), "]"), at = arr(f$time),
    waiting = arr(p[, "(s0)"]), claim = arr(p[, "claim"]), denial = arr(p[, "denial"]))
})
write_json(obj(made = made_with("survival"), sets = lst(rows)))
