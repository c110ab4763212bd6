import type { ResourcesTexts } from '../fi/resources.ts'

export const resources: ResourcesTexts = {
  title: 'Resurser',
  lede: 'Pengar är en av sex.',
  pondered: (hours) => `funderat ${hours}`,
  logged: (hours) => `arbetat ${hours} i försöket`,
  planned: (amount) => `planerat ${amount}`,
  used: (euros) => `använt ${euros}`,
  partners: (n) => (n === 1 ? 'upprepat i en annan kommun' : `upprepat i ${n} andra kommuner`),
}
