/** A stretch of a text, and whether it differs from what the text is compared with. */
export type Stretch = { text: string; differs: boolean }

const longestCompared = 1200
const boundary = /(\s+|[.,;:!?()"”])/

/**
 * The words of `text` that are not in `other` at their place, by longest common subsequence of words (Wagner and Fischer
 * 1974). Texts of more than 1,200 words are given back whole and unmarked: nobody reads such a comparison word by word.
 */
export function markDifferences(text: string, other: string): Stretch[] {
  const words = text.split(boundary).filter((word) => word !== '')
  const others = other.split(boundary).filter((word) => word !== '')
  if (words.length === 0) return []
  if (words.length > longestCompared || others.length > longestCompared) return [{ text, differs: false }]
  const width = others.length + 1
  const common = new Uint16Array((words.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = words.length - 1; row >= 0; row--)
    for (let column = others.length - 1; column >= 0; column--)
      common[row * width + column] =
        words[row] === others[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const stretches: Stretch[] = []
  const add = (word: string, differs: boolean) => {
    const last = stretches.at(-1)
    if (last?.differs === differs) last.text += word
    else stretches.push({ text: word, differs })
  }
  let column = 0
  for (const [row, word] of words.entries()) {
    while (column < others.length && word !== others[column] && at(row, column + 1) > at(row + 1, column))
      column++
    if (word === others[column]) {
      add(word, false)
      column++
    } else add(word, word.trim() !== '')
  }
  return joined(stretches)
}

/** Blanks between two differing words differ with them, so that a changed phrase is marked as one. */
function joined(stretches: Stretch[]): Stretch[] {
  const whole: Stretch[] = []
  for (const [index, stretch] of stretches.entries()) {
    const between =
      stretch.text.trim() === '' && stretches[index - 1]?.differs && stretches[index + 1]?.differs
    const part = { text: stretch.text, differs: stretch.differs || between === true }
    const last = whole.at(-1)
    if (last?.differs === part.differs) last.text += part.text
    else whole.push(part)
  }
  return whole
}
