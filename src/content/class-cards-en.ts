/** The nine explanation cards in English. Every fact comes from a source that the card names. */
import type { WasteClassId } from '../domain/waste-class';
import type { ClassCard } from './class-card';

const COMPOSITION_2022 = 'databoks.katadata.co.id, waste composition 2022 (321 of 514 regencies)';

export const CARDS_EN: Record<WasteClassId, ClassCard> = {
  battery: {
    category: 'Hazardous (B3)',
    belongs: ['Single-use batteries', 'Rechargeable batteries from devices that open'],
    belongsNot: [
      'Devices with a built-in battery: those are e-waste',
      'Any daily waste: never mix',
    ],
    steps: [
      'Keep it apart from other waste and tape over both poles.',
      'Store it in a box that does not conduct electricity.',
      'Hand it in at a collection point for hazardous waste near you.',
    ],
    dangers: [
      {
        title: 'Is it swollen?',
        text: 'Stop using it. Do not charge it, do not puncture it, keep it from children: the gas inside is toxic and burns.',
      },
    ],
    facts: [
      {
        text: 'In Indonesia, hazardous household waste has a government regulation and a ministerial rule of its own.',
        source: 'Government regulation 27/2020; ministerial rule 9/2024',
      },
    ],
  },
  clothes: {
    category: 'Inorganic, reuse',
    belongs: ['Shirts, trousers and cloth', 'Worn-out clothes that are still cloth'],
    belongsNot: ['Wet or dirty cloth: wash it first', 'Cloth mixed with hazardous waste'],
    steps: [
      'Sort: still wearable, or worn out.',
      'Wearable: wash it, then donate it.',
      'Worn out: make cleaning rags of it, or give it to a textile collector.',
    ],
    dangers: [],
    facts: [
      {
        text: 'Cloth is about 2.5% of reported waste in Indonesia (2022).',
        source: COMPOSITION_2022,
      },
    ],
  },
  'e-waste': {
    category: 'Hazardous (B3) / special collection',
    belongs: [
      'Phones, computers and what goes with them',
      'Household devices that run on electricity',
    ],
    belongsNot: [
      'Batteries that come out: keep them apart',
      'Light bulbs: they have their own card',
    ],
    steps: [
      'Take the battery out if you can.',
      'Wipe your personal data.',
      'Bring it to an e-waste drop box or ask for a pick-up.',
    ],
    dangers: [
      {
        title: 'Is the battery inside swollen?',
        text: 'Stop using the device. Do not charge it and do not puncture it: the gas is toxic and burns.',
      },
    ],
    facts: [
      {
        text: 'Jakarta picks up e-waste from 5 kg and has 34 drop-box sites (as of 2025).',
        source: 'smartcity.jakarta.go.id; poskota.co.id, 2025',
      },
    ],
  },
  glass: {
    category: 'Recycling',
    belongs: ['Glass bottles', 'Glass jars'],
    belongsNot: ['Light bulbs: they have their own card', 'Shards without wrapping'],
    steps: [
      'Empty and rinse it.',
      'Bring whole bottles to a waste bank.',
      'If it is broken: wrap it, box it and label it.',
    ],
    dangers: [
      {
        title: 'Are there shards?',
        text: 'Wrap the shards, put them in a box and write on it: “Bahaya! Ada pecahan kaca” (Danger! Broken glass).',
      },
    ],
    facts: [
      { text: 'Glass is 2.22% of reported waste in Indonesia (2022).', source: COMPOSITION_2022 },
    ],
  },
  'light-bulb': {
    category: 'Fluorescent: hazardous (B3); LED: collection preferred',
    belongs: ['Fluorescent tubes and energy-saving bulbs', 'LED bulbs'],
    belongsNot: [
      'Bottles and jars: those are glass',
      'Devices with a lamp inside: those are e-waste',
    ],
    steps: ['Do not break it.', 'Keep it in its box.', 'Hand it in at a collection point.'],
    dangers: [
      {
        title: 'Did a fluorescent lamp break?',
        text: 'Leave the room for 5–10 minutes and let air in, with the air conditioning off. No vacuum cleaner: pick it up with card and tape, and keep it in a closed jar.',
      },
    ],
    facts: [
      {
        text: 'A compact fluorescent lamp holds about 4 mg of mercury; an LED holds none.',
        source: 'nexus3foundation.org; environmentenergyleader.com',
      },
    ],
  },
  metal: {
    category: 'Recycling',
    belongs: ['Food and drink cans', 'Clean aluminium foil'],
    belongsNot: [
      'Spray cans with content: those are hazardous',
      'Electric devices: those are e-waste',
    ],
    steps: ['Empty it.', 'Rinse it, then flatten it.', 'Bring it to a waste bank.'],
    dangers: [
      {
        title: 'Is there still something in the spray can?',
        text: 'Treat it as hazardous waste and hand it in at a collection point for it.',
      },
    ],
    facts: [
      {
        text: 'Recycled aluminium saves about 95% of the energy (the industry’s figure).',
        source: 'sapagroup.com',
      },
    ],
  },
  organic: {
    category: 'Organic',
    belongs: ['Food scraps', 'Vegetable scraps and fruit peel'],
    belongsNot: ['Oil', 'Plastic, and that includes the bag'],
    steps: [
      'Keep plastic and oil out.',
      'Put it in a composter or a biopori hole, or feed it to black soldier fly larvae.',
      'Let it become compost: in a biopori hole that takes about 15–30 days.',
    ],
    dangers: [],
    facts: [
      { text: 'Food is 40% of reported waste in Indonesia (2022).', source: COMPOSITION_2022 },
      {
        text: 'One biopori hole (10 cm × 100 cm) holds 7.8 litres.',
        source: 'slideshare.net/sNoorRiyadi1, biopori leaflet',
      },
      { text: 'One kilogram of larvae eats 2–5 kg a day.', source: 'infopublik.id' },
    ],
  },
  paper: {
    category: 'Paper / recycling',
    belongs: ['Dry paper and cardboard', 'Clean paper'],
    belongsNot: [
      'Greasy or wet paper: organic or residue',
      'Drink cartons: collect them separately',
    ],
    steps: ['Make sure that it is dry and clean.', 'Flatten boxes.', 'Bring it to a waste bank.'],
    dangers: [],
    facts: [
      { text: 'Paper fibre lasts for 5–7 rounds of recycling.', source: 'reporterherald.com' },
    ],
  },
  plastic: {
    category: 'Inorganic / recycling',
    belongs: [
      'PET (1), HDPE (2) and PP (5): they sell best',
      'Containers that are empty and clean',
    ],
    belongsNot: ['Containers with something in them', 'PVC (3) and soft film (4): hard to recycle'],
    steps: [
      'Empty, rinse and squeeze it.',
      'Look for the code 1–7 on the plastic.',
      'Bring codes 1, 2 and 5 to a waste bank.',
    ],
    dangers: [],
    facts: [
      { text: 'Plastic is 18% of reported waste in Indonesia (2022).', source: COMPOSITION_2022 },
    ],
  },
};
