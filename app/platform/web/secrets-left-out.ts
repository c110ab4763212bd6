import { languages } from '../language.ts'
import type { AddressWords } from './address.ts'

/**
 * For the application's log: gives back a path without what lets somebody in. In addresses that have a part called `secret`
 * everything from there on is left out, with the language in front or without.
 */
export function secretsLeftOut(addresses: Record<string, AddressWords>): (path: string) => string {
  const beginnings = Object.values(addresses).flatMap((words) =>
    languages.flatMap((lang) => {
      const [beginning, rest] = words[lang].split(':secret')
      return rest === undefined || beginning === undefined ? [] : [`/${lang}${beginning}`, beginning]
    }),
  )
  return (path) => {
    const beginning = beginnings.find((one) => path.startsWith(one) && path.length > one.length)
    return beginning === undefined ? path : `${beginning}…`
  }
}
