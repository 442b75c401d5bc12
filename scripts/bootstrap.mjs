// Runs before start, test and check on whatever Node the machine has: plain JavaScript, nothing imported from npm.
import { hostProblem } from './bootstrap/host-problem.mjs'
import { install } from './bootstrap/install.mjs'
import { isInstalled } from './bootstrap/is-installed.mjs'
import { linkNode } from './bootstrap/pinned-node.mjs'

if (!isInstalled()) stopAt(hostProblem() ?? install())
if (!linkNode()) {
  const machine = `${process.platform} on ${process.arch}`
  stopAt(
    `The Node.js for ${machine} is missing: Comptoir runs on Linux, macOS and Windows, with npm's optional packages.`,
  )
}

function stopAt(problem) {
  if (problem === undefined) return
  console.error(problem)
  process.exit(1)
}
