import { writeSynthetic } from './synthetic.ts';
import { loadKnowledge, createAsker } from '../src/core/index.ts';
let t=performance.now(); const s=writeSynthetic(10000,10,2000); console.log('generate',performance.now()-t, s.directory, s.questions.slice(0,10));
t=performance.now(); const {knowledge}=loadKnowledge(s.directory); console.log('load',performance.now()-t, process.memoryUsage().rss/1e6);
t=performance.now(); const a=createAsker(knowledge); console.log('build',performance.now()-t,process.memoryUsage().rss/1e6);
let right=0; const ts=[]; for(const q of s.questions){const b=performance.now(); const e=a.explain({text:q.text}); ts.push(performance.now()-b); if(e.matches[0]?.entry===q.entry)right++;}
ts.sort((x,y)=>x-y); console.log(right/2000, ts[1000],ts[1980], process.resourceUsage().maxRSS/1e3);
