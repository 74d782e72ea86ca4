import { readdirSync } from 'node:fs';
import { it } from 'vitest';
import { openModel } from './openModel.ts';
it('x', async () => {
  const root = '/work/shared/data/onnx';
  for (const f of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.onnx'))) {
    try {
      const m = await openModel(`${root}/${f}`);
      console.log(
        f,
        JSON.stringify(m.inputs),
        m.info.outputs.map((o) => o.name + ':' + o.structure + o.element + JSON.stringify(o.shape)).join(' '),
        m.session.outputNames,
        m.info.classes,
        m.info.notes,
      );
      await m.close();
    } catch (e) {
      console.log(f, (e as any).code, (e as Error).message);
    }
  }
});
