import type { EventsTexts } from '../fi/events.ts'

export const events: EventsTexts = {
  title: 'Anteckna en händelse',
  lede: 'Något annat än försöket kan påverka siffrorna: en renovering, semestertid, en värmebölja. När dagen är antecknad förstår den som läser diagrammet varifrån toppen kom.',
  listTitle: 'Vad som hände samtidigt',
  day: 'Vilken dag?',
  dayMissing: 'Skriv dagen då det hände.',
  what: 'Vad hände?',
  whatHint: 'Kort, till exempel: köket stängt i två dagar. Inga namn.',
  whatMissing: 'Skriv kort vad som hände.',
  stays: 'Händelsen kan inte ändras eller tas bort efteråt. Den syns för alla i resultatets diagram.',
  button: 'Anteckna händelsen',
  noted: 'Händelsen är antecknad. Den syns i diagrammen med ett eget nummer.',
  notFrozen: 'Händelser antecknas när planen är låst.',
  inFuture: 'Dagen ligger i framtiden. Anteckna händelsen när den har inträffat.',
  link: 'Anteckna en händelse',
  departure: (what) => `Avvikelse från planen: ${what}`,
  hiddenMark: 'Texten är dold.',
}
