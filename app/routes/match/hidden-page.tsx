import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card, CardList } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HiddenField } from '#app/ui/hidden-field.tsx'
import { Page } from '#app/ui/page.tsx'

/** A match that was left out, in the reader's words. */
export interface HiddenItem {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly subtitle: ReactNode
  /** "Hidden on 12 March: too far away". */
  readonly why: string
  /** Answers the button that shows it again. */
  readonly action: string
}

/** What was left out of a list, each with why and the way back. */
export function HiddenPage(props: {
  title: string
  intro: ReactNode
  items: readonly HiddenItem[]
  empty: string
  back: { readonly href: string; readonly label: string }
}) {
  const t = useT()
  return (
    <Page title={props.title} intro={props.intro} back={props.back}>
      {props.items.length > 0 ? (
        <CardList>
          {props.items.map((item) => (
            <Card
              key={item.id}
              title={item.title}
              href={item.href}
              subtitle={item.subtitle}
              actions={
                <form method="post" action={item.action}>
                  <HiddenField name="intent" value="show" />
                  <Button ariaLabel={`${t('match.hidden.show')} : ${item.title}`}>
                    {t('match.hidden.show')}
                  </Button>
                </form>
              }
            >
              <p>{item.why}</p>
            </Card>
          ))}
        </CardList>
      ) : (
        <EmptyState
          icon="eye"
          title={props.empty}
          text={t('match.hidden.emptyText')}
          action={<ButtonLink href={props.back.href}>{props.back.label}</ButtonLink>}
        />
      )}
    </Page>
  )
}
