import type { RefusalCode } from '../../finding.ts'
import type { CheckCode } from '../check-codes.ts'

/** Warnings in Finnish. */
export const checkTextsFi: Record<CheckCode, string> = {
  'too-few-points': 'Havaintoja on niin vähän, että kuviota voi katsoa, mutta siitä ei vielä voi päätellä.',
  'trial-limits': 'Rajat on laskettu alle 13 havainnosta. Ne ovat alustavia ja siirtyvät vielä.',
  autocorrelation: 'Peräkkäiset havainnot muistuttavat toisiaan, joten kuvio hälyttää liian helposti.',
  'seasonality-unmodelled': 'Vuodenaika voi näkyä tuloksessa: mittausjakso ei kata kahta täyttä kierrosta.',
  'pre-trend': 'Emme näe, kehittyivätkö vertailtavat samalla tavalla jo ennen alkua.',
  'few-treated-clusters':
    'Mukana on alle viisi ryhmää, joissa kokeiltiin. Siksi näytetään vain tarkka testi, ei tavallista virhearviota.',
  'few-clusters':
    'Ryhmiä on kummallakin puolella enintään kymmenen, joten tulos riippuu paljon yksittäisistä ryhmistä.',
  'unbalanced-panel':
    'Joltakin puuttuu mittaus jostakin vaiheesta, joten vertailu ei ole kaikilta osin tasapuolinen.',
  'staggered-starts':
    'Kokeilu alkoi eri paikoissa eri aikaan. Tavallinen kahden ajankohdan vertailu johtaisi harhaan.',
  'min-p-above-alpha':
    'Näin pienellä määrällä yhtäkään tulosta ei voi erottaa sattumasta sovitulla varmuudella.',
  'constant-values': 'Kaikki arvot ovat samoja, joten vertailtavaa vaihtelua ei ole.',
  'constant-series': 'Sarja ei vaihtele lainkaan, joten rajoja ei voi laskea.',
  ties: 'Moni arvo on sama. Tulos on silloin tarkka vain näille arvoille.',
  'zero-cells': 'Jossakin ryhmässä ei ole yhtäkään tapausta, joten suhdeluku on äärirajalla.',
  'missing-values': 'Osa arvoista puuttuu, ja ne on jätetty pois. Tulos kertoo vain siitä, mikä mitattiin.',
  'term-dropped': 'Yksi selittävä tekijä jätettiin pois, koska se kertoo saman kuin muut.',
  'between-variance-zero':
    'Paikkojen välillä ei näkynyt eroja. Niitä voi silti olla, ja vaihteluväli voi olla liian kapea.',
  'single-study': 'Tulos on yhdestä paikasta. Yhdistettävää ei vielä ole.',
  'few-studies': 'Tuloksia on alle viidestä paikasta, joten yhteinen luku on vielä epävarma.',
  'hk-floor-used':
    'Tulokset olivat poikkeuksellisen yksimielisiä. Näytetään leveämpi kahdesta vaihteluvälistä.',
  'dominant-study': 'Yksi paikka painaa yhteisessä luvussa enemmän kuin kaikki muut yhteensä.',
  'negative-alpha': 'Väittämät eivät kulje samaan suuntaan. Jokin niistä on luultavasti kysytty toisin päin.',
  'small-group': 'Vastauksia on vähän. Yhdenkin ihmisen vastaus voi kääntää tuloksen.',
  unanimous: 'Kaikki vastasivat samoin. Jakauman näyttäminen kertoisi jokaisen vastauksen.',
  differencing: 'Kahden julkaistun ryhmän erotuksesta paljastuisi pieni ryhmä.',
  'small-margin-category': 'Jossakin ryhmässä on alle viisi vastaajaa, ja heidän painonsa on epävarma.',
  'weights-extreme': 'Joidenkin vastausten paino on yli viisinkertainen tavalliseen verrattuna.',
  'weights-not-unique': 'Vertailukohdan voi koota yhtä hyvin toisinkin. Ero on kuitenkin sama.',
  'outside-donor-hull':
    'Mikään vertailupaikkojen yhdistelmä ei vastaa tätä paikkaa ennen kokeilua. Osa erosta voi johtua siitä.',
  'poor-pre-fit':
    'Vertailukohta seuraa tätä paikkaa huonosti jo ennen kokeilua. Eroon kannattaa suhtautua varoen.',
  'simpson-reversal': 'Kokonaisuus ja sen osat osoittavat eri suuntiin. Katso osat erikseen.',
  peeking: 'Tuloksia katsottiin ennen loppua, mikä lisää sattumalöytöjä.',
  'regression-to-mean':
    'Kohde valittiin poikkeavan lukeman takia. Lukema palaa osin itsestään kohti tavallista.',
  'carry-over':
    'Aivan vaihdoksen ympärillä tehdyt mittaukset on jätetty pois. Niissä vanha ja uusi voivat sekoittua.',
  spillover:
    'Vertailukohtana on naapureita, joihin kokeilu voi vaikuttaa. Ero voi silloin näyttää todellista pienemmältä.',
  'co-intervention': 'Samaan aikaan samassa paikassa muuttui muutakin. Emme tiedä, kumpi vaikutti.',
  multiplicity: 'Vertailuja on monta, joten jokin niistä voi onnistua sattumalta.',
  clustering:
    'Arvonta koski ryhmiä, ei yksittäisiä ihmisiä. Ryhmän jäsenet muistuttavat toisiaan, joten tietoa on vähemmän kuin vastauksia.',
  attrition: 'Moni jäi pois kesken, tai toisesta ryhmästä jäi pois enemmän kuin toisesta.',
  'low-response': 'Alle puolet vastasi. Vastaamatta jättäneet voivat ajatella toisin.',
  'definition-changed': 'Mittaustapa muuttui kesken, joten ennen ja jälkeen eivät ole samaa.',
  ceiling: 'Yli puolet vastauksista on asteikon ääripäässä, joten muutos ei mahdu näkyviin.',
  'guardrail-missing': 'Suunnitelmassa ei ole sovittu, mikä ei saa huonontua. Haitta voi jäädä huomaamatta.',
  'learning-pilot':
    'Mahdollisia arvontatuloksia on alle 20, joten tämä on oppimista varten: vaikutusta ei voi osoittaa.',
}

/** Refusals in Finnish. */
export const refusalTextsFi: Record<RefusalCode, string> = {
  'ill-conditioned': 'Luvut eivät riitä yksiselitteiseen vastaukseen luvatulla tarkkuudella.',
  'margins-infeasible': 'Jostakin väestöryhmästä ei ole yhtään vastausta, joten painoja ei voi laskea.',
  'margins-disagree': 'Annetut väestömäärät eivät täsmää keskenään.',
  suppressed: 'Vastauksia on liian vähän, jotta tuloksen voisi näyttää. Näin kukaan ei ole tunnistettavissa.',
  'not-enough-data': 'Tietoa on liian vähän tai sitä ei voi käyttää tähän laskelmaan.',
}
