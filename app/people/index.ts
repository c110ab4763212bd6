// people: who somebody is, how they come in, where they belong.
// Owns persons, memberships, sessions and sign-in links. Never decides what a room lets people do: that is each room's policy.
// Looks back to nothing: every room may ask it for names and leaders.
export { sessionCookie } from './session-token.ts'
export { identify } from './identify.ts'
export { examplePeopleOfTrial, loadExamplePeople } from './example-people.ts'
export {
  becomeResident,
  contactsOf,
  leadersOf,
  namesOf,
  personById,
  personIdOfEmail,
  savePerson,
} from './people-store.ts'
export { signInPage } from './pages/sign-in-page.tsx'
export { signInLinkPage } from './pages/sign-in-link-page.tsx'
export { signOutPage } from './pages/sign-out-page.tsx'
export { tryAsPage } from './pages/try-as-page.tsx'
export { inTrial } from './trial-policy.ts'
