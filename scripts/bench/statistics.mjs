// What is told of many measurements: medians, and quartiles where their spread matters. Pure.

/** The value below which a part of them lies, from 0 to 1; between two values it is in proportion. */
export function quantile(values, part) {
  const sorted = [...values].sort((left, right) => left - right)
  const place = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low + (high - low) * (place % 1)
}

export const median = (values) => quantile(values, 0.5)

/** Ratios of what was measured in the same round: what slows a machine down for a while slows both sides. */
export function pairedRatio(own, other) {
  const ratios = own.map((value, round) => value / other[round])
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) }
}
