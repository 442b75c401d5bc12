import { createMemo, For, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useWorkspace } from '../app/workspace-context.ts'
import { pictureAddress } from '../pictures/picture-address.ts'
import { parseRichText, type Picture, type RichNode } from './parse-rich-text.ts'
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
  return (
    <For each={props.of}>
      {(node) => {
        if (typeof node === 'string') return node
        return node.tag === 'img' ? <Drawn picture={node} /> : <Piece node={node} />
      }}
    </For>
  )
}

/** Its room is there before it is. */
function Drawn(props: { picture: Picture }) {
  const { slug } = useWorkspace()
  return (
    <img
      src={pictureAddress(slug, props.picture.fileId)}
      alt={props.picture.alt}
      width={props.picture.width}
      height={props.picture.height}
      loading="lazy"
    />
  )
}

function Piece(props: { node: Exclude<RichNode, string | Picture> }): JSX.Element {
  const link = () =>
    props.node.tag === 'a' ? { href: props.node.href, target: '_blank', rel: 'noopener noreferrer nofollow' } : {}
  return (
    <Dynamic component={props.node.tag} {...link()}>
      {props.node.children.length > 0 && <Nodes of={props.node.children} />}
    </Dynamic>
  )
}
