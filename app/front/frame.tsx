import { administered, isInOffice } from '../membership/index.ts'
import type { Assets } from '../platform/web/assets.ts'
import type { FrameProps } from '../platform/web/site.ts'
import { texts } from '../texts/index.ts'
import { Layout } from '../ui/index.ts'

/** Scripts that every page gains from: focus on the error summary, no double submit. */
const everywhere = ['page']

/** The way to what somebody looks after: their municipality, several of them, the programme office. */
function Administration({ visit }: { visit: FrameProps['visit'] }) {
  const words = texts[visit.lang].membership.mine
  const [code, ...others] = administered(visit)
  return (
    <>
      {code !== undefined && (
        <>
          <a href={others.length > 0 ? visit.to('memberships') : visit.to('administer', { code })}>
            {words.administration}
          </a>{' '}
        </>
      )}
      {isInOffice(visit) && (
        <>
          <a href={visit.to('programme-office')}>{words.office}</a>{' '}
        </>
      )}
    </>
  )
}

/** Draws what is the same on every page around a screen. `baseUrl` has no slash at the end. */
export function frameWith(assets: Assets, baseUrl: string) {
  return function frame({ screen, visit, alternates, routeName, notice, invalid }: FrameProps) {
    const words = texts[visit.lang].site
    const sections = ['ideas', 'experiments', 'lessons', 'municipalities', 'library'] as const
    const first = screen.breadcrumb?.[0]
    return (
      <Layout
        lang={visit.lang}
        title={screen.title}
        description={screen.description}
        canonical={`${baseUrl}${alternates[visit.lang]}`}
        alternates={alternates}
        home={visit.to('front')}
        serviceName={words.name}
        navigation={sections.map((name) => ({
          text: words.navigation[name],
          href: visit.to(name),
          current: routeName === name || first?.href === visit.to(name),
        }))}
        account={
          visit.person ? (
            <>
              {(visit.person.session?.resting.length ?? 0) > 0 && (
                <>
                  <a href={visit.to('confirm-sign-in')}>{texts[visit.lang].people.confirm.account}</a>{' '}
                </>
              )}
              <a href={visit.to('my-things')}>{words.myOpenThings}</a> <Administration visit={visit} />
              <a href={visit.to('sign-out')}>{words.signOut}</a>
            </>
          ) : (
            <a href={visit.to('sign-in')}>{words.signIn}</a>
          )
        }
        breadcrumb={
          screen.breadcrumb && [{ text: words.front, href: visit.to('front') }, ...screen.breadcrumb]
        }
        demo={visit.demo ? words.demoBanner : undefined}
        notice={notice ? { kind: 'success', text: notice } : undefined}
        search={{ action: visit.to('search'), label: words.searchLabel }}
        footer={[
          ...(['accessibility', 'privacy', 'cookies'] as const).map((name) => ({
            text: texts[visit.lang].notices.footer[name],
            href: visit.to(name),
          })),
          { text: words.footer.sources, href: visit.to('sources') },
          { text: words.footer.api, href: visit.to('api') },
          { text: words.footer.log, href: visit.to('log-heads') },
          ...(visit.demo
            ? [
                { text: words.footer.mail, href: visit.to('mail') },
                { text: words.footer.catalogue, href: visit.to('catalogue') },
              ]
            : []),
        ]}
        footerNote={<p>{words.footer.openSource}</p>}
        scripts={[...everywhere, ...(screen.scripts ?? [])].flatMap((name) => assets.scripts[name] ?? [])}
        assets={assets}
        wide={screen.wide}
        bare={screen.bare}
        secretAddress={screen.secretAddress}
        manifest={screen.manifest}
        invalid={invalid}
      >
        {screen.body}
      </Layout>
    )
  }
}
