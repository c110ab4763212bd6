export const resources = {
  title: 'Voimavarat',
  lede: 'Raha on yksi kuudesta.',
  pondered: (hours: string) => `tuumailtu ${hours}`,
  logged: (hours: string) => `kokeilussa tehty ${hours}`,
  planned: (amount: string) => `suunniteltu ${amount}`,
  used: (euros: string) => `käytetty ${euros}`,
  partners: (n: number) => (n === 1 ? 'toistettu yhdessä muussa kunnassa' : `toistettu ${n} muussa kunnassa`),
}

export type ResourcesTexts = typeof resources
