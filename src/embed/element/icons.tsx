/** The symbols of src/components/class-icon.tsx, drawn by Preact. */
/** @jsxImportSource preact */
import {
  Banana,
  BatteryMedium,
  Biohazard,
  BottleWine,
  CanSoda,
  CupSoda,
  Lightbulb,
  type LucideIcon,
  MonitorSmartphone,
  Newspaper,
  Recycle,
  Repeat,
  Shirt,
  Sprout,
  Trash2,
} from 'lucide-preact';
import type { BinId } from '../../content/bins';
import type { WasteClassId } from '../../domain/waste-class';

const CLASS_ICONS = {
  battery: BatteryMedium,
  clothes: Shirt,
  'e-waste': MonitorSmartphone,
  glass: BottleWine,
  'light-bulb': Lightbulb,
  metal: CanSoda,
  organic: Banana,
  paper: Newspaper,
  plastic: CupSoda,
} satisfies Record<WasteClassId, LucideIcon>;

const BIN_ICONS = {
  organic: Sprout,
  reuse: Repeat,
  recycle: Recycle,
  hazardous: Biohazard,
  residue: Trash2,
} satisfies Record<BinId, LucideIcon>;

export function ClassIcon({ id }: { id: WasteClassId }) {
  const Icon = CLASS_ICONS[id];
  return <Icon aria-hidden="true" />;
}

export function BinIcon({ bin }: { bin: BinId }) {
  const Icon = BIN_ICONS[bin];
  return <Icon aria-hidden="true" />;
}
