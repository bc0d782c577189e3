# Run in this folder: Rscript make.R
source("../json.R")
suppressPackageStartupMessages(library(survival))

# 1: the worked case of docs/method/SI3.md: two events and a censoring at one time, a censoring last.
# 2: no censoring. 3: a curve that reaches 0 with censorings before. 4: 60 invented lags in whole days, many ties.
set.seed(20310303)
many <- pmax(1, ceiling(rweibull(60, 0.8, 6)))
sets <- list(
  list(time = c(2, 4, 4, 4, 7, 9, 9, 12), observed = c(1, 1, 1, 0, 0, 1, 1, 0)),
  list(time = c(5, 1, 3, 3, 8), observed = c(1, 1, 1, 1, 1)),
  list(time = c(0.5, 2, 2.25, 2.25, 6, 10), observed = c(1, 0, 1, 0, 0, 1)),
  list(time = pmin(many, 9), observed = as.numeric(many <= 9)))
rows <- lapply(sets, function(s) {
  # timefix off: times are compared as they are.
  f <- survfit(Surv(s$time, s$observed) ~ 1, conf.type = "log-log", timefix = FALSE)
  inside <- f$surv > 0 & f$surv < 1
  obj(time = arr(s$time), observed = arr(s$observed), at = arr(f$time), survival = arr(f$surv),
    se = arr(ifelse(f$surv > 0, f$std.err * f$surv, NA)),
    lower = arr(ifelse(inside, f$lower, NA)), upper = arr(ifelse(inside, f$upper, NA)),
    atRisk = arr(f$n.risk), events = arr(f$n.event), censored = arr(f$n.censor),
    median = num(unname(quantile(f, 0.5)$quantile)))
})
write_json(obj(made = made_with("survival"), sets = lst(rows)))
