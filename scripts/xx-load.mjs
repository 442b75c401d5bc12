import { readFileSync } from 'node:fs'
import { launchChromium } from './testing/launch-chromium.ts'
import { findChromium } from './testing/find-chromium.ts'
const U=process.env.U, b=JSON.parse(readFileSync(process.env.D+'/bench.json'))
const r=await fetch(U+'/api/sign-in',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify({email:b.email,password:b.password})})
const cookie=r.headers.getSetCookie()[0].split(';')[0]; const [name,value]=cookie.split('=')
const browser=await launchChromium(await findChromium())
for (let i=0;i<5;i++){
const context=await browser.newContext({locale:'fr-FR',viewport:{width:1440,height:900}}); await context.addCookies([{name,value,url:U}])
const page=await context.newPage(); if(process.env.LOGS) page.on("console",m=>console.log(m.text()))
await page.addInitScript(()=>{ window.__m={}; new MutationObserver(()=>{ for (const [k,s] of [['row','.conversation-row'],['shell','.shell, nav']]) if(!window.__m[k]&&document.querySelector(s)) window.__m[k]=performance.now() }).observe(document,{childList:true,subtree:true}); new PerformanceObserver(l=>{for(const e of l.getEntries())(window.__long??=[]).push([e.startTime|0,e.duration|0])}).observe({type:'longtask',buffered:true}) })
if (i===4 && process.env.TRACE) await browser.startTracing(page,{path:'/tmp/trace.json',screenshots:false,categories:['devtools.timeline','v8.execute','disabled-by-default-v8.cpu_profiler','blink.user_timing','toplevel','loading','disabled-by-default-devtools.timeline']})
const start=performance.now()
await page.goto(`${U}/w/${b.slug}/inbox`,{waitUntil:'commit'}); const c=performance.now()-start
await page.locator('.conversation-row').first().waitFor(); const total=performance.now()-start
await page.waitForLoadState('networkidle')
if (i===4 && process.env.TRACE) await browser.stopTracing()
const m=await page.evaluate(()=>({m:window.__m,long:window.__long,nav:performance.getEntriesByType('navigation').map(n=>({resp:n.responseEnd|0,int:n.domInteractive|0,dcl:n.domContentLoadedEventEnd|0}))[0],paint:performance.getEntriesByType('paint').map(p=>[p.name,p.startTime|0]),res:performance.getEntriesByType('resource').map(r=>[r.name.replace(location.origin,'').slice(0,60),r.startTime|0,r.responseEnd|0,r.transferSize])}))
console.log('commit',c|0,'total',total|0,JSON.stringify({...m,res:undefined})); if(i===4) for(const x of m.res) console.log(' ',x.join(' '))
await context.close() }
await browser.close(); process.exit(0)
