import { Badge, type Tone } from './badge.tsx'
import { BandBar } from './band-bar.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Card, CardList } from './card.tsx'
import { DataTable } from './data-table.tsx'
import { DefinitionList } from './definition-list.tsx'
import { Disclosure } from './disclosure.tsx'
import { EmptyState } from './empty-state.tsx'
import { FacetLists } from './facet-list.tsx'
import { Flash } from './flash.tsx'
import { Icon, iconNames } from './icon.tsx'
import { ShowcaseMap } from './map/showcase-map.tsx'
import { MatchCard } from './match-card.tsx'
import { Section } from './page.tsx'
import { Pagination, pageWindow } from './pagination.tsx'
import { PartsBar } from './parts-bar.tsx'
import { NoPrint, PrintOnly } from './print.tsx'
import { ProgressBar } from './progress-bar.tsx'
import type { ShowcaseWords } from './showcase-words.ts'
import { Skeleton } from './skeleton.tsx'
import { Stat, Stats } from './stat.tsx'
import { Steps } from './steps.tsx'
import { Tabs } from './tabs.tsx'
import { Tag, Tags } from './tag.tsx'
import { Timeline } from './timeline.tsx'

const tones: readonly Tone[] = ['neutral', 'done', 'attention', 'sun']
const bandTones = ['strong', 'good', 'partial'] as const
const percents = [86, 64, 31]

/** Matches, with a column of filters. */
export function ShowcaseMatches({ words }: { words: ShowcaseWords }) {
  return (
    <Section title="MatchCard, FacetLists, Pagination">
      <div className="split">
        <CardList>
          {bandTones.map((tone, index) => (
            <MatchCard
              key={tone}
              title={words.job}
              href={`#match-${tone}`}
              subtitle={index === 1 ? 'CI-7KQ4-M2' : words.firm}
              place={words.place}
              distance={words.away}
              facts={words.facts}
              band={{
                label: words.bands[index] ?? '',
                percent: percents[index] ?? 0,
                percentText: `${percents[index]} %`,
                tone,
              }}
              reasonsLabel={words.why}
              reasons={words.reasons}
              missing={index === 0 ? null : words.missing}
              badge={index === 0 ? <Badge tone="sun">{words.states[3]}</Badge> : undefined}
              action={
                <ButtonLink href={`#see-${tone}`} variant={index === 0 ? 'primary' : 'secondary'}>
                  {index === 0 ? words.apply : words.see}
                </ButtonLink>
              }
            />
          ))}
        </CardList>
        <div>
          <FacetLists
            checkedLabel={words.on}
            visible={2}
            moreLabel={words.more}
            groups={[
              {
                title: words.filters,
                facets: words.kinds.map((label, index) => ({
                  label,
                  href: `#kind-${index}`,
                  count: String(120 - index * 43),
                  checked: index === 0,
                })),
              },
              {
                title: words.country,
                collapsed: true,
                facets: words.regions.map((label) => ({
                  label,
                  href: `#${label}`,
                  checked: false,
                })),
              },
            ]}
          />
        </div>
      </div>
      <Pagination
        label={words.pages}
        summary="312"
        previous={{ href: '#p6', label: words.previous }}
        next={{ href: '#p8', label: words.next }}
        pages={pageWindow(7, 16).map((page) =>
          page === null ? null : { href: `#page-${page}`, label: `${page}`, current: page === 7 },
        )}
      />
    </Section>
  )
}

/** Everything else one reads. */
export function ShowcaseContent({ words }: { words: ShowcaseWords }) {
  const rows = [
    { firm: words.firm, sector: 'C25', posts: 12, state: 1 },
    { firm: 'Cacao du Sassandra', sector: 'A0127', posts: 4, state: 2 },
    { firm: 'Transit Ébrié', sector: 'H52', posts: 0, state: 0 },
  ]
  return (
    <>
      <Section title="Flash, Badge, Tag">
        {tones.map((tone, index) => (
          <Flash
            key={tone}
            tone={tone}
            title={words.flash[index]}
            action={tone === 'sun' ? <Button size="small">{words.see}</Button> : undefined}
          >
            {tone === 'attention' ? <p>{words.error}</p> : undefined}
          </Flash>
        ))}
        <Tags>
          {tones.map((tone, index) => (
            <Badge key={tone} tone={tone} icon={tone === 'done' ? 'check' : undefined}>
              {words.states[index]}
            </Badge>
          ))}
        </Tags>
        <Tags label={words.skills}>
          {[
            ...words.chosenSkills.map((skill) => <Tag key={skill}>{skill}</Tag>),
            <Tag key="href" href="#tag" icon="place">
              {words.place}
            </Tag>,
            <Tag key="remove" removeHref="#less" removeLabel={words.remove}>
              {words.kinds[0]}
            </Tag>,
          ]}
        </Tags>
      </Section>
      <Section title="Steps, Tabs, ProgressBar">
        <Steps
          label={words.step}
          summary={words.step}
          steps={words.steps.map((label, index) => ({
            label,
            href: index < 4 ? `#step-${index}` : undefined,
            state: index < 2 ? 'done' : index === 2 ? 'current' : 'todo',
            stateLabel: words.stepStates[index < 2 ? 0 : index === 2 ? 1 : 2] ?? '',
          }))}
        />
        <Tabs
          label={words.account}
          tabs={words.links.map((label, index) => ({
            href: `#tab-${index}`,
            label,
            count: index === 2 ? '3' : undefined,
            current: index === 1,
          }))}
        />
        <ProgressBar label={words.progress} value={65} text="65 %" />
      </Section>
      <Section title="Stat, DataTable, DefinitionList">
        <Stats>
          {words.stats.map((label, index) => (
            <Stat key={label} label={label} value={[412, '1 208', 96][index]} note="2026" />
          ))}
        </Stats>
        <DataTable
          caption={words.table}
          rows={rows}
          rowKey={(row) => row.firm}
          columns={[
            {
              key: 'firm',
              label: words.columns[0] ?? '',
              cell: (row) => <a href="#firm">{row.firm}</a>,
              sort: { href: '#sort', state: 'ascending' },
            },
            { key: 'sector', label: words.columns[1] ?? '', cell: (row) => row.sector },
            { key: 'posts', label: words.columns[2] ?? '', cell: (row) => row.posts, align: 'end' },
            {
              key: 'state',
              label: words.columns[3] ?? '',
              cell: (row) => (
                <Badge tone={tones[row.state] ?? 'neutral'}>{words.states[row.state]}</Badge>
              ),
            },
          ]}
        />
        <DefinitionList
          items={[
            { term: words.label, value: words.job, action: <a href="#edit">{words.see}</a> },
            { term: words.country, value: words.place },
          ]}
        />
      </Section>
      <Section title="Card, BandBar, PartsBar, Timeline">
        <CardList columns>
          <Card title={words.question} href="#card" subtitle={words.firm}>
            <p>{words.answer}</p>
          </Card>
          <Card tone="soft" title={words.about}>
            {bandTones.map((tone, index) => (
              <BandBar
                key={tone}
                tone={tone}
                label={words.bands[index] ?? ''}
                percent={percents[index] ?? 0}
              />
            ))}
          </Card>
          <Card
            tone="attention"
            title={words.states[2]}
            actions={<Button size="small">{words.see}</Button>}
          >
            <p>{words.error}</p>
          </Card>
          <Card title={words.why}>
            <PartsBar
              label={words.bands[0] ?? ''}
              parts={words.parts.map((label, index) => ({
                label,
                value: [32, 20, 14, 12, 6][index] ?? 0,
                valueText: `${[32, 20, 14, 12, 6][index]} / ${[40, 20, 15, 15, 10][index]}`,
              }))}
            />
          </Card>
          <Card title={words.links[2]}>
            <Timeline
              items={words.history.map((title, index) => ({
                title,
                date: `${12 + index}.11.2026`,
                dateTime: `2026-11-${12 + index}`,
                tone: (['done', 'done', 'attention'] as const)[index] ?? 'neutral',
                body: index === 1 ? <p>{words.firm}</p> : undefined,
              }))}
            />
          </Card>
          <Card title={words.loading}>
            <Skeleton label={words.loading} lines={3} />
          </Card>
        </CardList>
      </Section>
      <ShowcaseMap words={words} />
      <Section title="Disclosure, EmptyState">
        <div>
          <Disclosure summary={words.question} open>
            <p>{words.answer}</p>
          </Disclosure>
          <Disclosure summary={words.confirm}>
            <p>{words.confirmText}</p>
          </Disclosure>
        </div>
        <EmptyState
          icon="send"
          title={words.emptyTitle}
          text={words.emptyText}
          action={
            <ButtonLink href="#start" variant="primary">
              {words.emptyAction}
            </ButtonLink>
          }
        />
      </Section>
      <Section title="Icon, NoPrint, PrintOnly">
        <NoPrint>
          <ul className="flex flex-wrap gap-4 text-lg text-lagoon">
            {iconNames.map((name) => (
              <li key={name}>
                <Icon name={name} />
              </li>
            ))}
          </ul>
        </NoPrint>
        <PrintOnly>
          <p>{words.intro}</p>
        </PrintOnly>
      </Section>
    </>
  )
}
