declare module 'snowball-stemmers' {
  export function newStemmer(language: 'swedish' | 'english'): { stem: (word: string) => string }
}
