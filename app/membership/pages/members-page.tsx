import { placeName } from '../../municipalities/index.ts'
import { formatDate } from '../../platform/format.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import type { Visit } from '../../platform/web/visit.ts'
import { texts } from '../../texts/index.ts'
import {
  Button,
  ButtonLink,
  EmptyState,
  Lede,
  PageTitle,
  Pagination,
  Select,
  Table,
  TextField,
} from '../../ui/index.ts'
import { listMembers } from '../membership-store.ts'
import { mayAdminister } from '../membership-policy.ts'
import { type Member, type MunicipalRole, municipalRoles } from '../membership.ts'
import { administrationCrumbs, codeOf } from './administration.tsx'

interface Members {
  code: string
  members: Member[]
  total: number
  pages: number
  page: number
  name: string
  role: MunicipalRole | undefined
}

/** Members in a table, each with a link to change and to end it. */
export function MembersTable(props: { visit: Visit; caption: string; members: readonly Member[] }) {
  const { visit } = props
  const words = texts[visit.lang].membership
  const { columns } = words.members
  return (
    <Table
      caption={props.caption}
      captionHidden
      rowHeaders
      columns={[columns.name, columns.email, columns.role, columns.since, columns.until, columns.change].map(
        (text) => ({ text }),
      )}
      rows={props.members.map((member) => [
        member.name,
        member.email,
        texts[visit.lang].people.roles[member.role],
        member.validFrom === null ? words.sinceUnknown : formatDate(visit.lang, member.validFrom),
        member.validUntil === null ? words.forNow : formatDate(visit.lang, member.validUntil),
        <>
          {member.municipalityCode !== null && (
            <>
              <a href={visit.to('member', { code: member.municipalityCode, membershipId: member.id })}>
                {words.members.change}
                <span class="visually-hidden"> {member.name}</span>
              </a>{' '}
            </>
          )}
          {visit.person?.id !== member.personId && (
            <>
              <a href={visit.to('reset-factor', { membershipId: member.id })}>
                {texts[visit.lang].factorReset.open}
                <span class="visually-hidden"> {member.name}</span>
              </a>{' '}
            </>
          )}
          <a href={visit.to('end-membership', { membershipId: member.id })}>
            {words.members.end}
            <span class="visually-hidden"> {member.name}</span>
          </a>
        </>,
      ])}
    />
  )
}

/** Everybody who works in a municipality's experiments, narrowed by name and role. */
export const membersPage: ReadPage<Members> = {
  load: async (visit) => {
    const code = codeOf(visit)
    if (code === undefined) return undefined
    const name = (visit.query.name ?? '').trim()
    const role = municipalRoles.find((known) => known === visit.query.role)
    const page = Number(/^[1-9]\d{0,3}$/.exec(visit.query.page ?? '')?.[0] ?? 1)
    const asked = { code, name, role, page }
    // Whoever may not see the list is told so without its being read.
    if (!mayAdminister(visit, asked)) return { ...asked, members: [], total: 0, pages: 0 }
    const { now } = visit
    return {
      ...asked,
      ...(await listMembers(visit.database, { municipalityCode: code }, { now, name, role, page })),
    }
  },
  view: ({ visit, data }) => {
    const { lang } = visit
    const { code } = data
    const words = texts[lang].membership.members
    const filtered = data.name !== '' || data.role !== undefined
    return {
      title: words.title,
      hidden: true,
      wide: true,
      breadcrumb: administrationCrumbs(visit, code, words.title),
      body: (
        <>
          <PageTitle caption={placeName(code, lang)}>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          <p>
            <ButtonLink href={visit.to('invite', { code })}>{words.invite}</ButtonLink>
          </p>
          <form method="get" class="filters" role="search">
            <TextField name="name" type="search" label={words.name} value={data.name} maxLength={100} />
            <Select
              name="role"
              label={words.role}
              empty={words.anyRole}
              value={data.role}
              options={municipalRoles.map((role) => ({ value: role, label: texts[lang].people.roles[role] }))}
            />
            <Button kind="secondary">{words.show}</Button>
          </form>
          {data.members.length === 0 ? (
            <EmptyState
              text={filtered ? words.noneFound : words.none}
              action={
                filtered
                  ? { href: visit.to('members', { code }), text: words.anyRole }
                  : { href: visit.to('invite', { code }), text: words.invite }
              }
            />
          ) : (
            <>
              <p role="status">{words.count(data.total)}</p>
              <MembersTable visit={visit} caption={words.title} members={data.members} />
              <Pagination
                lang={lang}
                page={data.page}
                pages={data.pages}
                href={(page) => visit.to('members', { code }, { name: data.name, role: data.role, page })}
              />
            </>
          )}
        </>
      ),
    }
  },
}
