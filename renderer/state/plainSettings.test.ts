import { expect, it } from 'vitest';
import { reportSettings } from '../../shared/domain/settings.ts';
import { plainSettings } from './plainSettings.ts';

it('the settings that a reset gives are the defaults of the domain', () => {
  expect(plainSettings).toEqual(reportSettings.parse({}));
});
