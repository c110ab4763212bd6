import type { ExplorationsTexts } from '../fi/explorations.ts'

export const explorations: ExplorationsTexts = {
  title: 'Se på resultatet på ett annat sätt',
  lede: 'Du kan också räkna resultatet på ett sätt som planen inte nämner. Analysen märks som utforskande och påverkar inte beslutsregeln: när man ser på många sätt är det alltid något som verkar lovande.',
  listTitle: 'Sett på andra sätt',
  none: 'Inga analyser utanför planen har gjorts.',
  count: (count) =>
    count === 1
      ? 'En analys utanför planen. Den påverkar inte beslutsregeln.'
      : `${count} analyser utanför planen. De påverkar inte beslutsregeln, och ju fler de är, desto lättare ser någon av dem bra ut av en slump.`,
  tag: 'Inte i planen: utforskande',
  because: (why) => `Varför: ${why}`,
  otherData: 'Mätningarna har ändrats efter detta.',
  link: 'Se på resultatet på ett annat sätt',
  measure: 'Vilken mätare?',
  measureMissing: 'Välj en mätare.',
  method: 'Med vilken metod?',
  methodMissing: 'Välj en metod.',
  period: 'Vilken tid?',
  periodMissing: 'Välj en tid.',
  periods: {
    whole: 'Hela försökstiden',
    settled: 'Utan de två första veckorna',
    first_half: 'Försökets första hälft',
    second_half: 'Försökets andra hälft',
  },
  besides: 'Ska en annan mätare beaktas?',
  besidesHint: (method) =>
    `Till exempel väder eller antal besökare, som varierar oberoende av försöket. Går med metoden ”${method}”.`,
  noBesides: 'Nej',
  besidesOnlyModel: (method) => `En annan mätare kan beaktas bara med metoden ”${method}”.`,
  besidesItself: 'Välj en annan mätare än den som granskas.',
  takenIntoAccount: (name) => `Beaktad: ${name}.`,
  why: 'Varför ser ni på resultatet så här?',
  whyHint: 'Motiveringen syns bredvid resultatet. Inga namn.',
  whyMissing: 'Skriv varför ni ser på resultatet så här.',
  stays: 'Analysen förblir synlig med sin motivering, vad den än visar. Den kan inte tas bort.',
  button: 'Räkna och visa',
  made: 'Analysen är gjord. Den syns under resultatet som utforskande.',
  notYet: 'Resultatet kan ses på andra sätt när siffrorna har öppnats.',
  notAllowed: 'Det går inte att räkna med den metoden på de här mätningarna. Välj en annan metod eller tid.',
}
