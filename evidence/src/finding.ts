/** Codes of warnings a finding may carry; the app has a text for each in three languages. */
export const warningCodes = [
  'too-few-points',
  'trial-limits',
  'autocorrelation',
  'seasonality-unmodelled',
  'pre-trend',
  'few-treated-clusters',
  'few-clusters',
  'unbalanced-panel',
  'staggered-starts',
  'min-p-above-alpha',
  'constant-values',
  'constant-series',
  'ties',
  'zero-cells',
  'missing-values',
  'term-dropped',
  'between-variance-zero',
  'single-study',
  'few-studies',
  'hk-floor-used',
  'dominant-study',
  'negative-alpha',
  'small-group',
  'unanimous',
  'differencing',
  'small-margin-category',
  'weights-extreme',
  'weights-not-unique',
  'outside-donor-hull',
  'poor-pre-fit',
  'simpson-reversal',
  'peeking',
] as const

/** Codes of refusals. `not-enough-data` also covers input that holds no usable values, such as negative counts. */
export const refusalCodes = [
  'ill-conditioned',
  'margins-infeasible',
  'margins-disagree',
  'suppressed',
  'not-enough-data',
] as const

/** One of `warningCodes`. */
export type WarningCode = (typeof warningCodes)[number]

/** One of `refusalCodes`. */
export type RefusalCode = (typeof refusalCodes)[number]

/** Something the reader must know beside the figures; `detail` names the place (a column, a count), in English. */
export interface Warning {
  code: WarningCode
  detail?: string
}

/** Why no figure is given: a code and one plain English sentence. */
export interface Refusal {
  code: RefusalCode
  why: string
}

/** A finding with figures. */
export interface Found<T> {
  ok: true
  value: T
  warnings: Warning[]
}

/** A refusal in place of figures. */
export interface Refused {
  ok: false
  refusal: Refusal
  warnings: Warning[]
}

/** What every public function of the engine returns: figures with warnings, or a refusal with its reason. */
export type Finding<T> = Found<T> | Refused

/**
 * Makes a warning.
 *
 * @example
 * warning('ties').code // => "ties"
 */
export function warning(code: WarningCode, detail?: string): Warning {
  return detail === undefined ? { code } : { code, detail }
}

/**
 * Makes a finding with figures.
 *
 * @example
 * found(3).value // => 3
 */
export function found<T>(value: T, warnings: Warning[] = []): Found<T> {
  return { ok: true, value, warnings }
}

/**
 * Makes a refusal.
 *
 * @example
 * refused('not-enough-data', 'There are no values.').refusal.code // => "not-enough-data"
 */
export function refused(code: RefusalCode, why: string, warnings: Warning[] = []): Refused {
  return { ok: false, refusal: { code, why }, warnings }
}
