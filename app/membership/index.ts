// Owns: organisations, who belongs to them in which role and how long, invitations, requests to join, e-mail domains, and
// what a municipality says of itself. Never does: knows what a role may do elsewhere; that is each room's policy.
// Looks back to: people and municipalities.
export type { Member, MunicipalityDetails, Organisation, OrganisationKind } from './membership.ts'
export {
  administered,
  isInOffice,
  mayAdminister,
  mayEndMembership,
  mayResetFactor,
  mayRunOffice,
} from './membership-policy.ts'
export { detailsOf } from './details-store.ts'
export { type MunicipalityPicture, pictureOfMunicipality } from './picture-store.ts'
export { type PictureInPlaceOfHidden, picturesInPlaceOfHidden } from './hidden-picture-store.ts'
export { pictureTexts } from './picture-hiding-store.ts'
export { municipalityPictureFile } from './pages/picture-file.ts'
export { municipalityPicturePage } from './pages/municipality-picture-page.tsx'
export { PictureSection } from './pages/picture-section.tsx'
export { ownWordsTexts } from './own-words-hiding-store.ts'
export { administratorsOf } from './membership-store.ts'
export { officePeople } from './office-store.ts'
export { stillMay } from './still-may.ts'
export { userCommand } from './user-command.ts'
export { ContactSection } from './pages/contact-section.tsx'
export { OwnWordsSection } from './pages/own-words-section.tsx'
export { addOrganisationPage } from './pages/add-organisation-page.tsx'
export { administerPage } from './pages/administer-page.tsx'
export { ambassadorsPage } from './pages/ambassadors-page.tsx'
export { appointAmbassadorPage } from './pages/appoint-ambassador-page.tsx'
export { confirmDomainsPage } from './pages/confirm-domains-page.tsx'
export { emailDomainsPage } from './pages/email-domains-page.tsx'
export { endMembershipPage } from './pages/end-membership-page.tsx'
export { invitationPage } from './pages/invitation-page.tsx'
export { invitationsPage } from './pages/invitations-page.tsx'
export { invitePage } from './pages/invite-page.tsx'
export { inviteToOrganisationPage } from './pages/invite-to-organisation-page.tsx'
export { joinPage } from './pages/join-page.tsx'
export { memberPage } from './pages/member-page.tsx'
export { membershipRequestsPage } from './pages/membership-requests-page.tsx'
export { membershipsPage } from './pages/memberships-page.tsx'
export { membersPage } from './pages/members-page.tsx'
export { municipalityDetailsPage } from './pages/municipality-details-page.tsx'
export { organisationPage } from './pages/organisation-page.tsx'
export { organisationsPage } from './pages/organisations-page.tsx'
export { programmeOfficePage } from './pages/programme-office-page.tsx'
export { resetFactorPage } from './pages/reset-factor-page.tsx'
export { renameOrganisationPage } from './pages/rename-organisation-page.tsx'
export { forgetPerson, membershipRetention, ownDataOf } from './own-data-store.ts'
