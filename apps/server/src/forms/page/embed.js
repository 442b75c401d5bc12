// Puts the form of a business where this script stands, as high as what it shows.
;(function () {
  var script = document.currentScript
  var address = new URL(script.src)
  var target = new URL(address.pathname.replace(/\.js$/, ''), address)
  var scheme = getComputedStyle(document.documentElement).colorScheme
  target.search = address.search
  target.searchParams.set('from', location.href.split('#')[0])
  // A page without dark colours of its own shows a light form to everybody.
  if (!target.searchParams.has('theme') && !(scheme.includes('light') && scheme.includes('dark')))
    target.searchParams.set('theme', scheme.includes('dark') ? 'dark' : 'light')

  var frame = document.createElement('iframe')
  frame.src = target.href
  frame.title = script.title
  frame.loading = 'lazy'
  frame.style.cssText = 'display:block;width:100%;height:640px;border:0;color-scheme:inherit'
  script.before(frame)

  addEventListener('message', function (event) {
    if (event.origin !== target.origin || event.source !== frame.contentWindow) return
    var said = event.data
    if (!said || said.comptoir !== 'form' || !(said.height > 0 && said.height < 20000)) return
    frame.style.height = Math.ceil(said.height) + 'px'
    // After an answer the reader is at the foot of what was there before.
    if (said.arrived && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
  })
})()
