# ln likelihood, gradient and Hessian in (m = ln size, s = ln sigma, l = logit share), by R's own symbolic derivatives (deriv), nothing shared with the package.
dens <- list(extreme = quote(z - exp(z)), normal = quote(-z^2 / 2 - log(2 * pi) / 2), logistic = quote(-z - 2 * log1p(exp(-z))))
surv <- list(extreme = quote(exp(-exp(z))), normal = quote(pnorm(-z)), logistic = quote(1 / (1 + exp(z))))
cdf <- list(extreme = quote(-expm1(-exp(z))), normal = quote(pnorm(z)), logistic = quote(1 / (1 + exp(-z))))
law_of <- c(exponential = "extreme", weibull = "extreme", lognormal = "normal", loglogistic = "logistic")
put <- function(e, y) do.call(substitute, list(e, list(z = call("/", call("-", as.name(y), quote(m)), quote(exp(s))))))
fun <- function(e) deriv(e, c("m", "s", "l"), function.arg = c("m", "s", "l", "ya", "yb"), hessian = TRUE)
pieces <- lapply(c(extreme = "extreme", normal = "normal", logistic = "logistic"), function(f) {
  d <- put(dens[[f]], "ya"); S <- function(y) put(surv[[f]], y); G <- function(y) put(cdf[[f]], y)
  list(
    plain = list(exact = fun(bquote(.(d) - s - ya + 0 * l)), silent = fun(bquote(log(.(S("ya"))) + 0 * l)),
      up = fun(bquote(.(S("ya")) - .(S("yb")) + 0 * l)), low = fun(bquote(.(G("yb")) - .(G("ya")) + 0 * l)), first = fun(bquote(.(G("yb")) + 0 * l + 0 * ya))),
    share = fun(quote(-log1p(exp(-l)) + 0 * m + 0 * s + 0 * ya)),
    rest = fun(bquote(log(1 / (1 + exp(l)) + .(S("ya")) / (1 + exp(-l))))))
})
gl <- function(n) { # Golub and Welsch
  k <- 1:(n - 1); b <- k / sqrt(4 * k^2 - 1)
  e <- eigen(rbind(cbind(0, diag(b)), 0) + t(rbind(cbind(0, diag(b)), 0)), symmetric = TRUE)
  list(x = (1 + e$values) / 2, w = e$vectors[1, ]^2)
}
rule <- gl(64)
total <- function(v, w = 1) list(value = sum(w * as.vector(v)), g = colSums(w * matrix(attr(v, "gradient"), ncol = 3)),
  h = apply(w * array(attr(v, "hessian"), c(length(as.vector(v)), 3, 3)), c(2, 3), sum))
plus <- function(a, b) list(value = a$value + b$value, g = a$g + b$g, h = a$h + b$h)
logged <- function(t, n = 1) list(value = n * log(t$value), g = n * t$g / t$value, h = n * (t$h / t$value - outer(t$g, t$g) / t$value^2))
zero <- list(value = 0, g = rep(0, 3), h = matrix(0, 3, 3))
difference <- function(P, th, ta, tb, w) { # sum of w * [F(tb) - F(ta)]; from the survivals above the median
  ya <- log(ta); yb <- log(tb); out <- zero
  first <- ta <= 0; up <- !first & ya > th[1]; low <- !first & !up
  for (k in list(list(first, P$first), list(up, P$up), list(low, P$low))) if (any(k[[1]]))
    out <- plus(out, total(k[[2]](th[1], th[2], th[3], ifelse(first[k[[1]]], 0, ya[k[[1]]]), yb[k[[1]]]), w[k[[1]]]))
  out
}
loglik <- function(law, s, th, mixture) {
  Q <- pieces[[law_of[[law]]]]; P <- Q$plain; out <- zero
  e <- s$kind == 1; c <- s$kind == 2; i <- which(s$kind == 3); d <- s$a[s$kind == 4]
  if (any(e)) out <- plus(out, total(P$exact(th[1], th[2], th[3], log(s$a[e]), 0)))
  if (any(c)) out <- plus(out, total((if (mixture) Q$rest else P$silent)(th[1], th[2], th[3], log(s$a[c]), 0)))
  for (k in i) out <- plus(out, logged(difference(P, th, s$a[k], s$b[k], 1)))
  for (L in unique(d)) {
    y <- rule$x^4; w <- rule$w * 4 * rule$x^3
    out <- plus(out, logged(difference(P, th, if (L == 0) 0 * y else 24 * (L - 1 + y), 24 * (L + y), w), sum(d == L)))
  }
  if (mixture) out <- plus(out, total(Q$share(th[1], th[2], th[3], 0, 0), sum(s$kind != 2)))
  out
}
free_of <- function(law, mixture) c(1, if (law != "exponential") 2, if (mixture) 3)
# Newton on optim's answer until the decrement is under 1e-20, or it can't be made smaller in doubles.
newton <- function(law, s, th, mixture, free) {
  last <- Inf
  for (step in 1:60) {
    L <- loglik(law, s, th, mixture)
    delta <- solve(-L$h[free, free, drop = FALSE], L$g[free]); dec <- sum(delta * L$g[free])
    th[free] <- th[free] + delta
    if (dec < 1e-20 || (dec < 1e-15 && dec >= last)) break
    last <- dec
  }
  list(th = th, L = loglik(law, s, th, mixture), decrement = dec)
}
best <- function(law, s, mixture, starts) {
  free <- free_of(law, mixture); top <- NULL
  for (st in starts) {
    f <- function(p) { th <- st; th[free] <- p; v <- tryCatch(-loglik(law, s, th, mixture)$value, error = function(e) 1e10); if (is.finite(v)) v else 1e10 }
    o <- optim(st[free], f, method = if (length(free) == 1) "BFGS" else "Nelder-Mead", control = list(maxit = 4000, reltol = 1e-14))
    th <- st; th[free] <- o$par
    r <- tryCatch(newton(law, s, th, mixture, free), error = function(e) NULL)
    if (!is.null(r) && is.finite(r$L$value) && (is.null(top) || r$L$value > top$L$value)) top <- r
  }
  top
}
