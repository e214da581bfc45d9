import { INPUTS } from './inputs.js';
import { HostileRunner } from './runner.js';

const [tier = 'fast', patience = '25', pattern = ''] = process.argv.slice(2);
const runner = new HostileRunner(tier as 'fast', Number(patience));
for (const input of INPUTS) {
  if (!new RegExp(pattern).test(input.what)) continue;
  const t = performance.now();
  const { result, seconds, peakMB, said } = await runner.run(input);
  const all = (performance.now() - t) / 1000;
  const flag =
    seconds > 10 || (peakMB ?? 0) > 1000 || !/^\d|^refused/.test(result)
      ? '!!'
      : seconds > 3 || (peakMB ?? 0) > 600
        ? ' !'
        : '  ';
  console.log(
    `${flag} ${seconds.toFixed(1).padStart(6)}s ${all.toFixed(1).padStart(5)} ${String(peakMB).padStart(6)}MB  ${input.what} [${input.file}] => ${result.replace(/\n/g, ' ').slice(0, 160)}${process.env.SAID ? `\n${said}` : ''}${result === input.result || process.env.SAID ? '' : `   {was ${input.result}}`}`,
  );
}
runner.close();
