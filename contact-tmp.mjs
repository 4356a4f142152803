import sharp from 'sharp';
const [out, ...files] = process.argv.slice(2);
const H=820; const imgs=[];let x=0;
for (const f of files){const b=await sharp(f).resize({height:H}).png().toBuffer();const m=await sharp(b).metadata();imgs.push({input:b,left:x,top:0});x+=m.width+8;}
await sharp({create:{width:x,height:H,channels:3,background:'#888'}}).composite(imgs).png().toFile(out);
