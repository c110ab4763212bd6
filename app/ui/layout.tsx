import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { languages, type Lang } from '../platform/language.ts'
import { Notice } from './blocks.tsx'
import { touchIcon } from './icons.ts'
import { Wordmark } from './step-mark.tsx'
import { uiTexts } from './texts.ts'

export type NavigationLink = { text: string; href: string; current?: boolean }
export type SearchBox = { action: string; label: string; value?: string; name?: string }

export type LayoutProps = {
  lang: Lang
  /** The page's own title; the service's name is added after it. */
  title: string
  description?: string
  /** Absolute address of this page in this language. */
  canonical: string
  /** The same page in each language. */
  alternates: Record<Lang, string>
  home: string
  serviceName: string
  navigation: NavigationLink[]
  /** Who is signed in, or a link to sign in. */
  account: Child
  breadcrumb?: { text: string; href?: string }[]
  /** Text of the banner that names demo mode on every page. */
  demo?: Child
  notice?: { kind: 'info' | 'success' | 'attention'; text: string }
  footer: { text: string; href: string }[]
  footerNote?: Child
  search?: SearchBox
  /** Addresses of browser scripts, loaded as deferred modules. */
  scripts?: string[]
  assets: { css: string; font: string; icon?: string }
  /** The whole page width instead of the reading column. */
  wide?: boolean
  /** Only the name of the service and the languages around the content: no ways to other pages. */
  bare?: boolean
  /** True where the address of the page lets somebody in: browsers then tell it to nobody. */
  secretAddress?: boolean
  /** Address of the web app manifest, where the page can be kept on a home screen. */
  manifest?: string
  /** True when the page comes back with problems: the title then begins with the word for error. */
  invalid?: boolean
  /** True for pages that search engines should leave alone. */
  hidden?: boolean
  /** Extra links for feeds: title, address and media type. */
  feeds?: { title: string; href: string; type: string }[]
  children?: Child
}

function Head(props: LayoutProps) {
  const words = uiTexts[props.lang]
  const name = props.title === props.serviceName ? props.title : `${props.title} – ${props.serviceName}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{props.invalid ? `${words.errorTitlePrefix}: ${name}` : name}</title>
      {props.description ? <meta name="description" content={props.description} /> : null}
      {props.hidden ? <meta name="robots" content="noindex" /> : null}
      {props.secretAddress ? <meta name="referrer" content="strict-origin" /> : null}
      {props.secretAddress ? <meta name="robots" content="noindex" /> : null}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#FBFAF6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#121815" media="(prefers-color-scheme: dark)" />
      <meta property="og:title" content={props.title} />
      <meta property="og:site_name" content={props.serviceName} />
      {props.description ? <meta property="og:description" content={props.description} /> : null}
      <link rel="canonical" href={props.canonical} />
      {languages.map((lang) => (
        <link rel="alternate" hreflang={lang} href={new URL(props.alternates[lang], props.canonical).href} />
      ))}
      {(props.feeds ?? []).map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
      ))}
      <link rel="preload" href={props.assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={props.assets.css} />
      {props.assets.icon ? <link rel="icon" type="image/svg+xml" href={props.assets.icon} /> : null}
      {props.manifest ? <link rel="manifest" href={props.manifest} /> : null}
      {props.manifest ? <link rel="apple-touch-icon" href={touchIcon} /> : null}
      {(props.scripts ?? []).map((script) => (
        <script type="module" src={script}></script>
      ))}
    </head>
  )
}

function NavigationList(props: { links: NavigationLink[] }) {
  return (
    <ul>
      {props.links.map((link) => (
        <li>
          <a href={link.href} aria-current={link.current ? 'page' : undefined}>
            {link.text}
          </a>
        </li>
      ))}
    </ul>
  )
}

function SearchForm(props: { lang: Lang; search: SearchBox; id: string }) {
  return (
    <form
      class="site-search"
      action={props.search.action}
      method="get"
      role="search"
      aria-label={props.search.label}
    >
      <label class="visually-hidden" for={props.id}>
        {props.search.label}
      </label>
      <input
        id={props.id}
        type="search"
        name={props.search.name ?? 'q'}
        value={props.search.value}
        placeholder={props.search.label}
        maxlength={200}
      />
      <button type="submit">
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />
          <path d="m13 13 5 5" stroke="currentColor" stroke-width="2" />
        </svg>
        <span class="visually-hidden">{uiTexts[props.lang].search}</span>
      </button>
    </form>
  )
}

function LanguageLinks(props: Pick<LayoutProps, 'lang' | 'alternates'>) {
  const words = uiTexts[props.lang]
  return (
    <nav class="languages" aria-label={words.languageChoice}>
      <ul>
        {languages.map((lang) => (
          <li>
            <a
              href={props.alternates[lang]}
              lang={lang}
              hreflang={lang}
              aria-current={lang === props.lang ? 'true' : undefined}
            >
              <span class="language-code">{lang.toUpperCase()} </span>
              <span class="language-name">{words.languageNames[lang]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Header(props: LayoutProps) {
  const words = uiTexts[props.lang]
  return (
    <header class="site-header">
      <div class="width header-grid">
        <a class="home" href={props.home}>
          <Wordmark name={props.serviceName} />
        </a>
        <details class="menu">
          <summary>{words.menu}</summary>
          <div class="menu-panel">
            <nav aria-label={words.mainNavigation}>
              <NavigationList links={props.navigation} />
            </nav>
            {props.search ? <SearchForm lang={props.lang} search={props.search} id="menu-search" /> : null}
          </div>
        </details>
        <div class="header-side">
          <LanguageLinks {...props} />
          <div class="account">{props.account}</div>
        </div>
        <div class="header-navigation">
          <nav class="navigation" aria-label={words.mainNavigation}>
            <NavigationList links={props.navigation} />
          </nav>
          {props.search ? <SearchForm lang={props.lang} search={props.search} id="header-search" /> : null}
        </div>
      </div>
    </header>
  )
}

function Breadcrumb(props: { lang: Lang; trail: { text: string; href?: string }[] }) {
  return (
    <nav class="breadcrumb width" aria-label={uiTexts[props.lang].breadcrumb}>
      <ol>
        {props.trail.map((place, index) => (
          <li>
            {place.href ? (
              <a href={place.href}>{place.text}</a>
            ) : (
              <span aria-current={index === props.trail.length - 1 ? 'page' : undefined}>{place.text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The header of a bare page: whose it is, and the same page in the other languages. */
function BareHeader(props: LayoutProps) {
  return (
    <header class="site-header">
      <div class="width header-bare">
        <Wordmark name={props.serviceName} />
        <LanguageLinks {...props} />
      </div>
    </header>
  )
}

function Footer(props: LayoutProps) {
  const words = uiTexts[props.lang]
  return (
    <footer class="site-footer">
      <div class="width">
        <p class="footer-promise">
          <Wordmark name={props.serviceName} />
          <span>{words.promise}</span>
        </p>
        <nav aria-label={words.footer}>
          <NavigationList links={props.footer} />
        </nav>
        {props.footerNote ? <div class="footer-note">{props.footerNote}</div> : null}
      </div>
    </footer>
  )
}

/** A whole HTML document: head, skip link, header, the page's content in main#sisalto, footer. */
export function Layout(props: LayoutProps) {
  const words = uiTexts[props.lang]
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={props.lang}>
        <Head {...props} />
        <body>
          <a class="skip" href="#sisalto">
            {words.skipToContent}
          </a>
          {props.demo ? (
            <section class="demo" aria-label={words.demoLabel}>
              <div class="width">{props.demo}</div>
            </section>
          ) : null}
          {props.bare ? <BareHeader {...props} /> : <Header {...props} />}
          {props.breadcrumb?.length ? <Breadcrumb lang={props.lang} trail={props.breadcrumb} /> : null}
          <main id="sisalto" tabindex={-1} class={props.wide ? 'width wide' : 'width'}>
            {props.notice ? (
              <div role="status">
                <Notice kind={props.notice.kind}>{props.notice.text}</Notice>
              </div>
            ) : null}
            {props.children}
          </main>
          {props.bare ? null : <Footer {...props} />}
        </body>
      </html>
    </>
  )
}
