// Words that stand before or above totals and means in Finnish, Swedish and English.
const totals =
  /^(?:(?:kaikki )?yht(?:eensä|\.)|yht$|(?:loppu)?summa|keskiarvo|ka(?:\.|$)|totalt?|totalsumma|sammanlagt|medel(?:värde|tal)?|(?:grand |sub)?total|sum|average|mean)(?!\p{Letter})/iu

/** True for the heading of a total or a mean, and for what stands in the place of a day in such a row. */
export function isTotal(text: string): boolean {
  return totals.test(text.trim())
}
