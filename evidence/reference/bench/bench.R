# Times one benchmark task in R and prints one line of JSON.
# Usage: Rscript bench.R inputs.json B1
suppressMessages(library(jsonlite))
arguments <- commandArgs(TRUE)
inputs <- fromJSON(arguments[1])
task <- arguments[2]

need <- function(package) {
  if (!suppressMessages(suppressWarnings(require(package, character.only = TRUE, quietly = TRUE)))) {
    cat(toJSON(list(missing = package), auto_unbox = TRUE), "\n")
    quit(status = 0)
  }
}

# Three warm-up calls, then at least 11 batches and half a second; a batch is repeated until it takes 50 ms.
time_calls <- function(call) {
  for (i in 1:3) result <- call()
  elapsed <- function(times) {
    start <- proc.time()[["elapsed"]]
    for (i in seq_len(times)) call()
    proc.time()[["elapsed"]] - start
  }
  times <- 1
  repeat {
    once <- elapsed(times)
    if (once >= 0.05) break
    times <- if (once < 0.005) times * 10 else ceiling(times * 0.06 / once)
  }
  batches <- c()
  total <- 0
  while (length(batches) < 11 || total < 0.5) {
    spent <- elapsed(times)
    total <- total + spent
    batches <- c(batches, 1000 * spent / times)
    if (spent > 5) break
  }
  list(result = result, median = median(batches), fastest = min(batches))
}

groups <- function(pair) data.frame(v = c(pair$first, pair$second), g = factor(rep(1:2, c(length(pair$first), length(pair$second)))))

simplex <- function(outcomes, treated, before) {
  own <- outcomes[before, treated]
  donors <- outcomes[before, -treated]
  D <- crossprod(donors)
  d <- crossprod(donors, own)
  s <- max(D)
  k <- ncol(donors)
  solve.QP(D / s + 1e-12 * diag(k), d / s, cbind(1, diag(k)), c(1, rep(0, k)), meq = 1)$solution
}

raked_design <- function() {
  r <- inputs$raking
  rows <- data.frame(a = factor(r$age), s = factor(r$sex), m = factor(r$area), y = r$answer)
  design <- svydesign(ids = ~1, weights = rep(1, nrow(rows)), data = rows)
  margin <- function(name, counts) setNames(data.frame(factor(seq_along(counts)), counts), c(name, "Freq"))
  margins <- list(margin("a", r$targets$age), margin("s", r$targets$sex), margin("m", r$targets$area))
  function() rake(design, list(~a, ~s, ~m), margins, control = list(maxit = 100, epsilon = 1e-9))
}

run <- switch(task,
  B1 = {
    need("metafor")
    yi <- inputs$bcg$effects
    vi <- inputs$bcg$variances
    list(
      call = function() { fit <- rma(yi, vi, test = "knha"); predict(fit); fit },
      figures = function(fit) list(tau2 = rma(yi, vi, control = list(threshold = 1e-10, maxiter = 1000))$tau2)
    )
  },
  B2 = {
    need("metafor")
    yi <- inputs$studies$effects
    vi <- inputs$studies$variances
    list(
      call = function() rma(yi, vi),
      figures = function(fit) list(tau2 = rma(yi, vi, control = list(threshold = 1e-10, maxiter = 1000))$tau2)
    )
  },
  B3 = {
    need("coin")
    d <- groups(inputs$fifty)
    list(
      call = function() oneway_test(v ~ g, data = d, distribution = approximate(nresample = 10000)),
      figures = function(test) list(p = as.numeric(pvalue(test)))
    )
  },
  B4 = {
    v <- c(inputs$fifty$first, inputs$fifty$second)
    observed <- abs(mean(v[1:50]) - mean(v[51:100]))
    list(
      call = function() replicate(10000, { i <- sample.int(100, 50); mean(v[i]) - mean(v[-i]) }),
      figures = function(differences) list(p = mean(abs(differences) >= observed - 1e-12))
    )
  },
  B5 = {
    v <- c(inputs$ten$first, inputs$ten$second)
    list(
      call = function() {
        sums <- combn(20, 10, FUN = function(i) sum(v[i]))
        middle <- sum(v) / 2
        mean(abs(sums - middle) >= abs(sum(v[1:10]) - middle) - 1e-9)
      },
      figures = function(p) list(p = p)
    )
  },
  B6 = {
    need("coin")
    d <- groups(inputs$fiftyRounded)
    list(
      call = function() as.numeric(pvalue(wilcox_test(v ~ g, data = d, distribution = "exact"))),
      figures = function(p) list(p = p)
    )
  },
  B7 = {
    x <- inputs$twenty$first
    y <- inputs$twenty$second
    list(call = function() wilcox.test(x, y), figures = function(test) list(p = test$p.value))
  },
  B8 = {
    counts <- matrix(c(12, 5, 7, 16), 2)
    list(call = function() fisher.test(counts), figures = function(test) list(p = test$p.value))
  },
  B9 = {
    need("quadprog")
    outcomes <- t(as.matrix(inputs$outcomes$columns))
    treated <- which(inputs$outcomes$names == "California")
    list(
      call = function() simplex(outcomes, treated, 1:19),
      figures = function(w) list(preRmspe = sqrt(mean((outcomes[1:19, treated] - outcomes[1:19, -treated] %*% w)^2)))
    )
  },
  B10 = {
    need("quadprog")
    outcomes <- t(as.matrix(inputs$outcomes$columns))
    treated <- which(inputs$outcomes$names == "California")
    list(
      call = function() {
        ratios <- unlist(lapply(seq_len(ncol(outcomes)), function(unit) {
          gap <- outcomes[, unit] - outcomes[, -unit] %*% simplex(outcomes, unit, 1:19)
          sqrt(mean(gap[-(1:19)]^2) / mean(gap[1:19]^2))
        }))
        sum(ratios >= ratios[treated])
      },
      figures = function(rank) list(rank = rank)
    )
  },
  B11 = {
    series <- inputs$series
    list(
      call = function() {
        upper <- numeric(nrow(series))
        signals <- 0
        for (s in seq_len(nrow(series))) {
          y <- series[s, ]
          ranges <- abs(diff(y))
          kept <- ranges[ranges < 3.2665 * mean(ranges)]
          sd <- mean(kept) / 1.128
          centre <- mean(y)
          upper[s] <- centre + 3 * sd
          side <- sign(y - centre)
          side <- side[side != 0]
          longest <- max(rle(side)$lengths)
          crossings <- sum(side[-1] != side[-length(side)])
          useful <- length(side)
          if (longest > round(log2(useful)) + 3 || crossings < qbinom(0.05, useful - 1, 0.5) ||
            any(y > upper[s] | y < centre - 3 * sd)) signals <- signals + 1
        }
        upper
      },
      figures = function(upper) list(upper = upper)
    )
  },
  B12 = {
    need("survey")
    list(call = raked_design(), figures = function(design) list(weights = as.numeric(weights(design))[1:1000]))
  },
  B13 = {
    need("survey")
    design <- raked_design()()
    list(
      call = function() svymean(~y, design),
      figures = function(mean) list(mean = as.numeric(coef(mean)), se = as.numeric(SE(mean)))
    )
  },
  B14 = {
    need("sandwich")
    y <- inputs$segmented
    t <- 1:60
    s <- as.numeric(t > 30)
    list(
      call = function() NeweyWest(lm(y ~ t + s), lag = 3, prewhite = FALSE),
      figures = function(v) list(se = as.numeric(sqrt(diag(v))))
    )
  },
  B15 = {
    need("metafor")
    yi <- inputs$areas$direct
    vi <- inputs$areas$variances
    area <- inputs$areas$region
    list(
      call = function() { fit <- rma(yi, vi, mods = ~ factor(area)); blup(fit); fit },
      figures = function(fit) list(variance = rma(yi, vi, mods = ~ factor(area), control = list(threshold = 1e-10, maxiter = 1000))$tau2)
    )
  },
  B16 = list(
    call = function() power.t.test(delta = 0.5, power = 0.8),
    figures = function(size) list(n = power.t.test(delta = 0.5, power = 0.8, tol = 1e-10)$n)
  ),
  B17 = list(
    call = function() mean(replicate(2000, wilcox.test(rnorm(10, 1), rnorm(12))$p.value < 0.05)),
    figures = function(power) list(power = power)
  ),
  B18 = {
    need("survival")
    d <- data.frame(time = inputs$survival$time, event = inputs$survival$event, group = inputs$survival$group)
    list(
      call = function() {
        curve <- survfit(Surv(time, event) ~ 1, data = d, conf.type = "log-log")
        list(curve = curve, test = survdiff(Surv(time, event) ~ group, data = d))
      },
      figures = function(both) {
        list(surviving = both$curve$surv[both$curve$n.event > 0], chiSquare = both$test$chisq)
      }
    )
  },
  B19 = {
    need("rpact")
    list(
      call = function() getDesignGroupSequential(kMax = 3, alpha = 0.025, sided = 1, typeOfDesign = "asOF"),
      figures = function(design) list(z = design$criticalValues)
    )
  },
  B20 = list(
    call = function() {
      part <- function(shift, low, high) {
        integrate(function(p) dbeta(p, 31, 21) * pbeta(p - shift, 21, 31), low, high, rel.tol = 1e-10)$value
      }
      higher <- part(0, 0, 1)
      above <- part(0.05, 0.05, 1)
      below <- 1 - integrate(function(p) dbeta(p, 31, 21) * pbeta(pmin(1, p + 0.05), 21, 31), 0, 1, rel.tol = 1e-10)$value
      list(higher = higher, above = above, below = below)
    },
    figures = function(three) three
  ),
  B21 = {
    need("sandwich")
    X <- t(as.matrix(inputs$regression$columns))
    y <- inputs$regression$y
    list(
      call = function() vcovHC(lm(y ~ X), "HC3"),
      figures = function(v) list(variances = as.numeric(diag(v)))
    )
  }
)

timed <- time_calls(run$call)
cat(toJSON(
  list(median = timed$median, fastest = timed$fastest, figures = run$figures(timed$result)),
  auto_unbox = TRUE, digits = NA
), "\n")
