# Called by silence-speed.mjs: Rscript silence-speed.R DIR. Draws the data, times R on them, and leaves data, answers and times in DIR.
suppressPackageStartupMessages(library(survival))
dir <- commandArgs(TRUE)[1]
put <- function(name, x) writeBin(as.double(x), file.path(dir, name))
timed <- function(f) {
  before <- proc.time(); r <- f(); t <- proc.time() - before
  list(seconds = t[["elapsed"]], cpu = t[["user.self"]] + t[["sys.self"]], r = r)
}
set.seed(20310307); n <- 1e6; out <- list()
for (kind in c("hours", "days")) {
  t <- ifelse(runif(n) < .6, rweibull(n, .9, 14), Inf); c <- 24 * 30 * runif(n)
  time <- pmin(t, c); seen <- as.numeric(t <= c)
  if (kind == "days") time <- floor(time / 24)
  put(paste0(kind, ".time"), time); put(paste0(kind, ".seen"), seen)
  runs <- lapply(1:5, function(i) timed(function() survfit(Surv(time, seen) ~ 1, conf.type = "log-log", timefix = FALSE)))
  out[[kind]] <- median(sapply(runs, `[[`, "seconds")); out[[paste0(kind, "Cpu")]] <- median(sapply(runs, `[[`, "cpu")); f <- runs[[1]]$r
  put(paste0(kind, ".surv"), f$surv); put(paste0(kind, ".lower"), f$lower); put(paste0(kind, ".upper"), f$upper)
}
m <- 1000; t <- rweibull(m, .9, 14); c <- 24 * 5 * runif(m)
time <- pmin(t, c); seen <- as.numeric(t <= c); put("laws.time", time); put("laws.seen", seen)
control <- survreg.control(rel.tolerance = 1e-12, maxiter = 200)
for (law in c("exponential", "weibull", "lognormal", "loglogistic")) {
  one <- function() survreg(Surv(time, seen) ~ 1, dist = law, control = control)
  for (i in 1:10) one()
  s <- replicate(50, { t0 <- Sys.time(); for (j in 1:5) one(); as.numeric(Sys.time() - t0, units = "secs") / 5 })
  out[[law]] <- median(s); put(paste0(law, ".ll"), one()$loglik[2])
}
writeLines(paste0("{", paste(sprintf("\"%s\": %.9g", names(out), unlist(out)), collapse = ", "), "}"), file.path(dir, "times.json"))
