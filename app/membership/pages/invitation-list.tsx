import { z } from 'zod'
import type { Database } from '../../platform/database/database.ts'
import { formatDate } from '../../platform/format.ts'
import type { Lang } from '../../platform/language.ts'
import { pathTo } from '../../platform/web/address.ts'
import { type FormState, type Outcome, refuse } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import type { Acting } from '../../platform/web/visitor.ts'
import { texts } from '../../texts/index.ts'
import { Button, Form, Table } from '../../ui/index.ts'
import { sendInvitationAgain, withdrawInvitation } from '../change-invitation.ts'
import type { LinkToInvitation } from '../invitation-mail.ts'
import { type Invitation, stateOf } from '../membership.ts'

/** The last day on which an invitation can be accepted, in words. */
export function lastDayOf(lang: Lang, { expiresAt }: Pick<Invitation, 'expiresAt'>): string {
  return formatDate(lang, new Date(expiresAt.getTime() - 1))
}

/** The whole address of an invitation, for letters. */
export function invitationLink(visit: Visit): LinkToInvitation {
  return (lang, id) => visit.absolute(pathTo(lang, 'invitation', { id }))
}

/** The buttons of the list: one of them is pressed, and says which invitation it concerns. */
export const pressedInvitation = z.object({ again: z.string().optional(), withdraw: z.string().optional() })

export type PressedInvitation = z.infer<typeof pressedInvitation>

/** Invitations in a table; open ones can be sent again and taken back. */
export function InvitationList(props: { visit: Visit; invitations: readonly Invitation[]; form: FormState }) {
  const { visit } = props
  const { lang } = visit
  const words = texts[lang].membership.invitations
  const { columns, states } = words
  return (
    <Form lang={lang} submission={props.form.submission}>
      <Table
        caption={words.title}
        captionHidden
        rowHeaders
        columns={[columns.email, columns.role, columns.state, columns.sent, columns.acts].map((text) => ({
          text,
        }))}
        rows={props.invitations.map((invitation) => {
          const state = stateOf(invitation, visit.now)
          return [
            invitation.email,
            texts[lang].people.roles[invitation.role],
            state === 'open' ? states.open(lastDayOf(lang, invitation)) : states[state],
            formatDate(lang, invitation.sentAt),
            state === 'open' ? (
              <>
                <Button kind="secondary" name="again" value={invitation.id}>
                  {words.again}
                  <span class="visually-hidden"> {invitation.email}</span>
                </Button>{' '}
                <Button kind="quiet" name="withdraw" value={invitation.id}>
                  {words.withdraw}
                  <span class="visually-hidden"> {invitation.email}</span>
                </Button>
              </>
            ) : (
              ''
            ),
          ]
        })}
      />
    </Form>
  )
}

/** Does what was pressed, to an invitation of the list and no other. The value is what to say afterwards. */
export async function doPressed(
  database: Database,
  {
    acting,
    visit,
    invitations,
    pressed,
  }: { acting: Acting; visit: Visit; invitations: readonly Invitation[]; pressed: PressedInvitation },
): Promise<Outcome<string>> {
  const words = texts[visit.lang].membership.invitations
  const known = (id: string | undefined) => invitations.find((one) => one.id === id)?.id
  const again = known(pressed.again)
  const withdrawn = known(pressed.withdraw)
  if (again !== undefined) {
    const outcome = await sendInvitationAgain(database, {
      ...acting,
      id: again,
      linkTo: invitationLink(visit),
    })
    return outcome.ok ? { ok: true, value: words.sentAgain } : outcome
  }
  if (withdrawn !== undefined) {
    const outcome = await withdrawInvitation(database, { ...acting, id: withdrawn })
    return outcome.ok ? { ok: true, value: words.withdrawn } : outcome
  }
  return refuse('', words.notOpen)
}
