import { ExpectedError } from '#app/domain/errors.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locales.ts'
import { translator } from '#app/i18n/translate.ts'
import { useLocale, useT } from '#app/i18n/use-t.ts'
import { page } from '#app/server/page.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { latestMessages } from '#db/queries/latest-messages.ts'
import type { Route } from './+types/mailbox'

export const meta: Route.MetaFunction = ({ params }) => {
  const t = translator(isLocale(params.lang) ? params.lang : 'fr')
  return [{ title: t('common.pageTitle', { title: t('account.mailbox.title') }) }]
}

/** Where messages are looked at instead of sent: demonstration and development only. */
export function loader(args: Route.LoaderArgs) {
  return page(args, async ({ services }) => {
    const { mode } = services.config
    if (mode !== 'demo' && mode !== 'development') throw new ExpectedError('not-found')
    return { messages: await latestMessages(services.db, 50) }
  })
}

const link = /(https?:\/\/[^\s)]+)/

/** A text with its addresses as links. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(link).map((part, index) =>
        link.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}

export default function Mailbox({ loaderData }: Route.ComponentProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <Page title={t('account.mailbox.title')} intro={t('account.mailbox.intro')}>
      {loaderData.messages.length === 0 ? (
        <EmptyState
          icon="mail"
          title={t('account.mailbox.empty')}
          text={t('account.mailbox.emptyText')}
        />
      ) : (
        <CardList>
          {loaderData.messages.map((message) => (
            <Card
              key={message.id}
              title={message.subject ?? t('account.mailbox.sms')}
              subtitle={
                <>
                  <bdi>{t('account.mailbox.to', { recipient: message.recipient })}</bdi>
                  {' · '}
                  {formatInstant(locale, message.createdAt)}
                </>
              }
              badge={<Badge>{t(`account.mailbox.${message.channel}`)}</Badge>}
            >
              <p className="whitespace-pre-line" dir="auto">
                <Linked text={message.body} />
              </p>
            </Card>
          ))}
        </CardList>
      )}
    </Page>
  )
}
