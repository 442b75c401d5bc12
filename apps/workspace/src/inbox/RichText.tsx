import { createMemo, For, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { parseRichText, type RichNode } from './parse-rich-text.ts'
import './RichText.css'

/** Our own rich text, drawn element by element: no HTML is ever put into the page. */
export function RichText(props: { html: string }) {
  const nodes = createMemo(() => parseRichText(props.html))
  return (
    <div class="rich-text">
      <Nodes of={nodes()} />
    </div>
  )
}

function Nodes(props: { of: RichNode[] }): JSX.Element {
  return <For each={props.of}>{(node) => (typeof node === 'string' ? node : <Piece node={node} />)}</For>
}

function Piece(props: { node: Exclude<RichNode, string> }): JSX.Element {
  const link = () =>
    props.node.tag === 'a' ? { href: props.node.href, target: '_blank', rel: 'noopener noreferrer nofollow' } : {}
  return (
    <Dynamic component={props.node.tag} {...link()}>
      {props.node.children.length > 0 && <Nodes of={props.node.children} />}
    </Dynamic>
  )
}
