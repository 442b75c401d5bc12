import { createRenderEffect, untrack } from 'solid-js'

/** What a module of lucide-solid holds of its icon: the names and attributes of its shapes. */
export interface IconData {
  name: string
  size: number
  node: [shape: string, attributes: Record<string, string | number>][]
}

type Written = string | number | boolean | undefined

/**
 * Draws an icon of lucide-solid by cloning it: theirs builds each shape, attribute by attribute, at every use, and a
 * list has an icon or two in every row. The build puts this in the place of theirs. Attributes are all it takes.
 */
export default function Icon(props: { icon: IconData } & Record<string, unknown>) {
  const svg = drawingOf(untrack(() => props.icon)).cloneNode(true) as SVGSVGElement
  for (const [name, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(props))) {
    if (name === 'icon') continue
    // What cannot change needs nobody to watch it.
    if (get) createRenderEffect(() => writeAttribute(svg, name, get.call(props) as Written))
    else writeAttribute(svg, name, value as Written)
  }
  return svg
}

const drawings = new WeakMap<IconData, SVGSVGElement>()

function drawingOf(icon: IconData): SVGSVGElement {
  const drawn = drawings.get(icon) ?? draw(icon)
  drawings.set(icon, drawn)
  return drawn
}

function draw({ name, size, node }: IconData): SVGSVGElement {
  const svg = make('svg', {
    width: size,
    height: size,
    viewBox: `0 0 ${size} ${size}`,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    class: `lucide lucide-${name}`,
    'aria-hidden': 'true',
  }) as SVGSVGElement
  for (const [shape, { key: _, ...attributes }] of node) svg.append(make(shape, attributes))
  return svg
}

function make(tag: string, attributes: Record<string, string | number>) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}

function writeAttribute(svg: SVGSVGElement, name: string, value: Written) {
  if (name === 'class') return svg.setAttribute('class', `${drawnClass(svg)} ${value ?? ''}`.trim())
  // An icon that says something is not hidden.
  if (name === 'role' || name === 'aria-label') svg.removeAttribute('aria-hidden')
  if (value === undefined || value === false) svg.removeAttribute(name)
  else svg.setAttribute(name, String(value))
}

const drawnClass = (svg: SVGSVGElement) => svg.getAttribute('class')!.split(' ').slice(0, 2).join(' ')
