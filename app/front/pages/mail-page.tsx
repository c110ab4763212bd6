import { asSystem } from '../../platform/database/acting.ts'
import { formatMoment } from '../../platform/format.ts'
import { newestMails, type KeptMail } from '../../platform/mail/mail-store.ts'
import type { ReadPage } from '../../platform/web/page.ts'
import { texts } from '../../texts/index.ts'
import { EmptyState, Lede, PageTitle } from '../../ui/index.ts'

/** The mail that the trial environment has sent to its made-up people; nowhere else does such a page exist. */
export const mailPage: ReadPage<KeptMail[]> = {
  load: async (visit) =>
    visit.demo ? asSystem(visit.database, (database) => newestMails(database, 50)) : undefined,
  view: ({ visit, data }) => {
    const words = texts[visit.lang].front.mail
    return {
      title: words.title,
      hidden: true,
      breadcrumb: [{ text: words.title }],
      body: (
        <>
          <PageTitle>{words.title}</PageTitle>
          <Lede>{words.lede}</Lede>
          {data.length === 0 ? (
            <EmptyState text={words.empty} />
          ) : (
            <ul class="plain-list">
              {data.map((mail) => (
                <li>
                  <article class="letter">
                    <h2>{mail.subject}</h2>
                    <p class="muted">
                      {words.to(mail.to)} · {formatMoment(visit.lang, mail.queuedAt)}
                    </p>
                    {mail.replyTo !== undefined && <p class="muted">{words.replyTo(mail.replyTo)}</p>}
                    <div class="letter-text">
                      <Linked text={mail.text} />
                    </div>
                    {mail.attachments.length > 0 && (
                      <p class="muted">
                        {words.attachments(mail.attachments.map((a) => a.fileName).join(', '))}
                      </p>
                    )}
                  </article>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    }
  },
}

/** A letter's text with its addresses as links. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(https?:\/\/\S+)/)
        .map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))}
    </>
  )
}
