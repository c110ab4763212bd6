/** The words of the made-up example: nobody and no kitchen in particular is meant, and every page says that it is made up. */
export const exampleWords = {
  idea: {
    problem: 'Lautasille jää joka päivä paljon ruokaa, ja se heitetään pois.',
    trial: 'Siirretään salaatti linjaston alkuun ja annetaan jokaisen ottaa itse.',
    forWhom: 'Yläkoulun ruokailijoille ja keittiön väelle.',
  },
  pondering: {
    place: 'Koulun kahvihuone',
    role: 'keittiön työntekijä',
    answer:
      'Tämä on helppo kokeilla yhdessä koulussa ilman rahaa. Keittiö punnitsee biojätteen joka tapauksessa.',
  },
  waste: {
    name: 'Lautashävikki ruokailijaa kohti',
    baselineHow: 'Keittiön omat punnitukset kolmen viikon ajalta',
  },
  taste: { name: 'Miten lounas maistui', baselineHow: null },
  plan: {
    question: 'Väheneekö lautashävikki, kun oppilaat ottavat salaatin itse linjaston alusta?',
    summary: 'Lautasille jää joka päivä paljon ruokaa. Kokeillaan, auttaako salaatin uusi paikka.',
    goal: 'Lautasille jää vähemmän ruokaa, eikä kukaan jää nälkäiseksi.',
    doing: 'Salaattipöytä siirretään linjaston alkuun kahdeksaksi viikoksi. Jokainen ottaa itse.',
    cooperation: 'Keittiö, luokanvalvojat ja oppilaskunta',
    variables: 'Ruokalista, retkipäivät ja poissaolot',
    prediction: 'Hävikki pienenee, koska jokainen ottaa vain sen, minkä syö.',
    targetGroup: 'Yläkoulun ruokailijat',
    place: 'Yhtenäiskoulun ruokala',
    decisionRule: {
      spreadWhen: 'Hävikki pienenee vähintään 8 grammaa ruokailijaa kohti.',
      stopWhen: 'Hävikki ei pienene lainkaan.',
      decider: 'Johtava viranhaltija',
    },
    resources: {
      time: { level: 3 as const, words: 'Keittiö ehtii siirtää pöydän aamulla' },
      will: { level: 4 as const, words: 'Oppilaskunta ehdotti itse' },
      trust: { level: 3 as const, words: 'Keittiö sai päättää toteutuksesta' },
      relations: { level: 3 as const, words: 'Keittiö ja opettajat istuivat saman pöydän ääreen' },
      partnership: { level: 1 as const, words: 'Naapurikunta seuraa' },
      money: { level: 0 as const, words: 'Ei tarvita' },
    },
  },
  excursion: 'retkipäivä, puolet luokista poissa',
  diary: [
    [0, 'Pöytä siirrettiin aamulla. Jono oli pitkä, mutta kukaan ei jäänyt ilman.'],
    [3, 'Oppilaat ottavat enemmän salaattia ja vähemmän perunaa.'],
    [16, 'Kalapäivä: hävikkiä enemmän kuin muina päivinä. Niin oli ennenkin.'],
    [34, 'Kukaan ei enää huomaa, että pöytä on eri paikassa.'],
    [55, 'Viimeinen päivä. Keittiö haluaa pitää pöydän tässä.'],
  ] as [number, string][],
  departure: {
    what: 'Leipäpiste siirrettiin linjaston loppuun kesken kokeilun.',
    why: 'Jono tukkeutui leivän kohdalla. Muutos voi vaikuttaa hävikkiin itsessään.',
  },
  effort: [
    [0, 3, 'Pöydän siirto ja ohjeet oppilaille'],
    [20, 2, 'Leipäpisteen siirto'],
    [55, 4, 'Punnitusten kokoaminen ja palautteen kuuntelu'],
  ] as [number, number, string][],
  happened:
    'Hävikki pieneni ensimmäisten päivien jälkeen ja pysyi alempana. Leipäpisteen siirto voi olla osa syytä, eikä vertailukoulua ollut.',
  lesson: {
    worked: 'Salaatin ottaminen itse heti jonon alussa. Siirtoon meni yksi aamu.',
    didNotWork: 'Pelkkä juliste ei muuttanut mitään. Kalapäivinä hävikki pysyi ennallaan.',
    surprised: 'Oppilaat alkoivat itse muistuttaa toisiaan.',
    conditions:
      'Linjaston alussa on oltava tilaa, ja keittiön on saatava päättää toteutuksesta. Punnitus kannattaa aloittaa kolme viikkoa ennen.',
    works: 'partly' as const,
    inspired: 'Oppilaskunta haluaa kokeilla seuraavaksi pienempiä lautasia.',
    wouldDoOtherwise: 'Pitäisimme toisen koulun ennallaan vertailuna.',
  },
  decision: {
    reasons:
      'Muutos on suurempi kuin sovittu kahdeksan grammaa, eikä se maksa mitään. Syytä emme tiedä varmasti, joten seuraavassa koulussa pidetään vertailu.',
    wouldChange: 'Jos hävikki palaa entiselle tasolle tai keittiö uupuu jonoihin.',
  },
  embedding: {
    unit: 'Ruokapalvelut',
    owner: 'Ruokapalvelupäällikkö',
    budgetLine: null,
    instruction: 'Keittiöiden yhteinen linjasto-ohje',
  },
  check: 'Pöytä on yhä paikallaan kahdessa koulussa. Punnituksia tehdään kerran kuussa.',
  adopted: {
    summary: 'Meilläkin lautasille jää ruokaa. Otamme mallin toisesta kunnasta ja mittaamme itse.',
    doing: 'Salaattipöytä linjaston alkuun kuudeksi viikoksi. Leipäpiste pysyy paikallaan.',
    cooperation: 'Keittiö ja oppilaskunta',
    place: 'Yläkoulun ruokala',
    decisionRule: {
      spreadWhen: 'Hävikki pienenee vähintään 8 grammaa ruokailijaa kohti.',
      stopWhen: 'Hävikki ei pienene lainkaan.',
      decider: 'Ruokapalvelupäällikkö',
    },
  },
  adoptedBaseline: 'Keittiön punnitukset yhden viikon ajalta',
}
