import { expect, test } from 'vitest'
import { picturesIn } from './pictures-in.ts'

const one = '0197a000-0000-7000-8000-00000000f001'
const other = '0197a000-0000-7000-8000-00000000f002'

test('the pictures of a text are told once each, in their order, whatever else stands at them', () => {
  const html = `<p><img alt="Plan" data-picture="${other}" width="200" /></p><img data-picture="${one}"><img data-picture="${other}">`
  expect(picturesIn(html)).toEqual([other, one])
})

test('words that look like one, and pictures from elsewhere, are none of ours', () => {
  expect(picturesIn(`<p>&lt;img data-picture="${one}"&gt;</p><img src="https://x.example/a.png">`)).toEqual([])
  expect(picturesIn('<img data-picture="../secret">')).toEqual([])
})
