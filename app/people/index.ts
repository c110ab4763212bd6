// people: who somebody is, how they come in, where they belong.
// Owns persons, memberships, sessions and every way in: links, passkeys, recovery codes, accounts of organisations.
// Never decides what a room lets people do: that is each room's policy.
// Looks back to nothing: every room may ask it for names and leaders.
export { sessionCookie } from './session-token.ts'
export { identify } from './identify.ts'
export { readIdentityProviders, useIdentityProviders } from './identity-providers.ts'
export { sessionLimits } from './session-rules.ts'
export { examplePeopleOfTrial, loadExamplePeople } from './example-people.ts'
export {
  becomeResident,
  contactsOf,
  leadersOf,
  namesOf,
  personByEmail,
  personById,
  personIdOfEmail,
  programmeOfficeId,
  savePerson,
} from './people-store.ts'
export { askFactorReset, factorResetJobs, resetWaitHours, stopFactorReset } from './factor-reset.ts'
export { type Confirmation, confirmations, mayAskReset, waitingResetOf } from './factor-reset-store.ts'
export { signInPage } from './pages/sign-in-page.tsx'
export { signInCodePage } from './pages/sign-in-code-page.tsx'
export { signInLinkPage } from './pages/sign-in-link-page.tsx'
export { signInOrganisationPage } from './pages/sign-in-organisation-page.tsx'
export { signInPasskeyPage } from './pages/sign-in-passkey-page.tsx'
export { organisationReturnPage } from './pages/organisation-return-page.tsx'
export { confirmSignInPage } from './pages/confirm-sign-in-page.tsx'
export { passkeyPage } from './pages/passkey-page.tsx'
export { passkeysPage } from './pages/passkeys-page.tsx'
export { recoveryCodesPage } from './pages/recovery-codes-page.tsx'
export { signInsPage } from './pages/sign-ins-page.tsx'
export { providerSignOut, signedOutPage } from './pages/signed-out-page.tsx'
export { signOutPage } from './pages/sign-out-page.tsx'
export { tryAsPage } from './pages/try-as-page.tsx'
export { inTrial } from './trial-policy.ts'
export {
  changeEmail,
  correctPerson,
  emailIsKnown,
  forgetPerson,
  knownPersonIds,
  noteWarning,
  ownDataOf,
  peopleRetention,
  personToForget,
  unusedPersons,
} from './own-data-store.ts'
