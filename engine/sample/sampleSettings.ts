import { reportSettings, type ReportSettings } from '#shared/domain/settings.ts';

/** Settings that fit the sample: which column is the id, the time, the truth and the model's word. */
export function sampleSettings(): ReportSettings {
  return reportSettings.parse({
    roles: { id: 'trip_id', datetime: 'pickup_at', target: 'fare_amount', prediction: 'prediction' },
  });
}
