import { useLanguage } from '../app/create-language.ts'
import './SourcePage.css'

/** The page of a site from which somebody wrote: where it stands. What its address says besides is in its title. */
export function SourcePage(props: { url: string }) {
  const { t } = useLanguage()
  const shown = () => props.url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/?([?#].*)?$/, '')
  return (
    <a
      class="source-page"
      href={props.url}
      target="_blank"
      rel="noopener noreferrer"
      title={props.url}
      aria-label={t('inbox.source_page', { url: shown() })}
    >
      {shown()}
    </a>
  )
}
