/** The symbol of each class and of each bin, so that nothing is told by colour alone. */
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
} from 'lucide-react';
import type { BinId } from '../content/bins';
import type { WasteClassId } from '../domain/waste-class';

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

interface ClassIconProps {
  id: WasteClassId;
  className?: string;
}

export function ClassIcon({ id, className = 'size-6' }: ClassIconProps) {
  const Icon = CLASS_ICONS[id];
  return <Icon aria-hidden className={`shrink-0 ${className}`} />;
}

interface BinIconProps {
  bin: BinId;
  className?: string;
}

export function BinIcon({ bin, className = 'size-5' }: BinIconProps) {
  const Icon = BIN_ICONS[bin];
  return <Icon aria-hidden className={`shrink-0 ${className}`} />;
}
