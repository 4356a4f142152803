/** The nine explanation cards in Indonesian. Every fact comes from a source that the card names. */
import type { WasteClassId } from '../domain/waste-class';
import type { ClassCard } from './class-card';

const KOMPOSISI_2022 =
  'databoks.katadata.co.id, komposisi sampah 2022 (321 dari 514 kabupaten/kota)';

export const CARDS_ID: Record<WasteClassId, ClassCard> = {
  battery: {
    category: 'B3 (bahan berbahaya dan beracun)',
    belongs: ['Baterai sekali pakai', 'Baterai isi ulang dari alat yang dapat dibuka'],
    belongsNot: [
      'Alat yang baterainya menyatu: itu e-limbah',
      'Sampah harian lain: jangan dicampur',
    ],
    steps: [
      'Pisahkan dari sampah lain dan tutup kedua kutubnya dengan selotip.',
      'Simpan dalam kotak yang tidak menghantarkan listrik.',
      'Serahkan ke tempat pengumpulan B3 di daerah Anda.',
    ],
    dangers: [
      {
        title: 'Baterai menggembung?',
        text: 'Berhenti memakainya. Jangan diisi daya, jangan ditusuk, dan jauhkan dari anak-anak: gas di dalamnya beracun dan mudah terbakar.',
      },
    ],
    facts: [
      {
        text: 'Limbah B3 rumah tangga diatur oleh peraturan pemerintah dan peraturan menteri tersendiri.',
        source: 'PP 27/2020; Peraturan Menteri 9/2024',
      },
    ],
  },
  clothes: {
    category: 'Anorganik, guna ulang',
    belongs: ['Baju, celana, dan kain', 'Pakaian usang yang masih berupa kain'],
    belongsNot: ['Kain basah atau kotor: cuci dulu', 'Kain bercampur B3'],
    steps: [
      'Pilah: masih layak pakai atau sudah usang.',
      'Yang layak pakai: cuci, lalu donasikan.',
      'Yang usang: jadikan kain lap atau serahkan ke pengumpul tekstil.',
    ],
    dangers: [],
    facts: [
      {
        text: 'Kain adalah sekitar 2,5% dari sampah yang dilaporkan (2022).',
        source: KOMPOSISI_2022,
      },
    ],
  },
  'e-waste': {
    category: 'B3 / pengumpulan khusus',
    belongs: ['Ponsel, komputer, dan perlengkapannya', 'Alat rumah tangga yang memakai listrik'],
    belongsNot: ['Baterai yang bisa dilepas: pisahkan', 'Bola lampu: ada kartunya sendiri'],
    steps: [
      'Lepaskan baterainya bila bisa.',
      'Hapus data pribadi Anda.',
      'Bawa ke drop box e-limbah atau minta penjemputan.',
    ],
    dangers: [
      {
        title: 'Baterai di dalamnya menggembung?',
        text: 'Berhenti memakai alatnya. Jangan diisi daya dan jangan ditusuk: gasnya beracun dan mudah terbakar.',
      },
    ],
    facts: [
      {
        text: 'Jakarta menjemput e-limbah mulai dari 5 kg dan punya 34 lokasi drop box (data 2025).',
        source: 'smartcity.jakarta.go.id; poskota.co.id, 2025',
      },
    ],
  },
  glass: {
    category: 'Daur ulang',
    belongs: ['Botol kaca', 'Stoples kaca'],
    belongsNot: ['Bola lampu: ada kartunya sendiri', 'Pecahan kaca tanpa bungkus'],
    steps: [
      'Kosongkan dan bilas.',
      'Bawa botol yang utuh ke bank sampah.',
      'Bila pecah: bungkus, masukkan kotak, dan beri label.',
    ],
    dangers: [
      {
        title: 'Ada pecahan?',
        text: 'Bungkus pecahannya, masukkan ke dalam kotak, dan tulis: “Bahaya! Ada pecahan kaca”.',
      },
    ],
    facts: [
      { text: 'Kaca adalah 2,22% dari sampah yang dilaporkan (2022).', source: KOMPOSISI_2022 },
    ],
  },
  'light-bulb': {
    category: 'Lampu neon: B3; LED: sebaiknya dikumpulkan',
    belongs: ['Lampu neon (fluoresen) panjang dan hemat energi', 'Lampu LED'],
    belongsNot: [
      'Botol dan stoples: itu kaca',
      'Alat listrik dengan lampu di dalamnya: itu e-limbah',
    ],
    steps: ['Jangan dipecahkan.', 'Simpan di dalam kotaknya.', 'Serahkan ke tempat pengumpulan.'],
    dangers: [
      {
        title: 'Lampu neon pecah?',
        text: 'Tinggalkan ruangan 5–10 menit dan biarkan udara masuk; AC mati. Jangan memakai penyedot debu: kumpulkan dengan karton dan selotip, lalu simpan dalam stoples tertutup.',
      },
    ],
    facts: [
      {
        text: 'Satu lampu neon hemat energi berisi sekitar 4 mg merkuri; lampu LED tidak berisi merkuri.',
        source: 'nexus3foundation.org; environmentenergyleader.com',
      },
    ],
  },
  metal: {
    category: 'Daur ulang',
    belongs: ['Kaleng makanan dan minuman', 'Aluminium foil yang bersih'],
    belongsNot: ['Kaleng semprot yang masih berisi: itu B3', 'Alat listrik: itu e-limbah'],
    steps: ['Kosongkan.', 'Bilas, lalu pipihkan.', 'Bawa ke bank sampah.'],
    dangers: [
      {
        title: 'Kaleng semprot masih berisi?',
        text: 'Perlakukan sebagai B3 dan serahkan ke tempat pengumpulan B3.',
      },
    ],
    facts: [
      {
        text: 'Aluminium daur ulang menghemat sekitar 95% energi (angka dari industri).',
        source: 'sapagroup.com',
      },
    ],
  },
  organic: {
    category: 'Organik',
    belongs: ['Sisa makanan', 'Sisa sayur dan kulit buah'],
    belongsNot: ['Minyak', 'Plastik, termasuk kantongnya'],
    steps: [
      'Pisahkan dari plastik dan minyak.',
      'Masukkan ke komposter atau lubang biopori, atau berikan kepada maggot lalat tentara hitam.',
      'Biarkan menjadi kompos: di biopori sekitar 15–30 hari.',
    ],
    dangers: [],
    facts: [
      {
        text: 'Sisa makanan adalah 40% dari sampah yang dilaporkan (2022).',
        source: KOMPOSISI_2022,
      },
      {
        text: 'Satu lubang biopori (10 cm × 100 cm) memuat 7,8 liter.',
        source: 'slideshare.net/sNoorRiyadi1, selebaran biopori',
      },
      {
        text: 'Satu kilogram maggot makan 2–5 kg sehari.',
        source: 'infopublik.id',
      },
    ],
  },
  paper: {
    category: 'Kertas / daur ulang',
    belongs: ['Kertas dan kardus yang kering', 'Kertas yang bersih'],
    belongsNot: [
      'Kertas berminyak atau basah: organik atau residu',
      'Kotak minuman: kumpulkan terpisah',
    ],
    steps: ['Pastikan kering dan bersih.', 'Pipihkan kardus.', 'Bawa ke bank sampah.'],
    dangers: [],
    facts: [{ text: 'Serat kertas bertahan 5–7 kali daur ulang.', source: 'reporterherald.com' }],
  },
  plastic: {
    category: 'Anorganik / daur ulang',
    belongs: ['PET (1), HDPE (2), dan PP (5): paling laku', 'Wadah yang kosong dan bersih'],
    belongsNot: [
      'Wadah yang masih berisi',
      'PVC (3) dan plastik lembaran lunak (4): sulit didaur ulang',
    ],
    steps: [
      'Kosongkan, bilas, dan remas.',
      'Cari kode 1–7 pada plastiknya.',
      'Bawa yang berkode 1, 2, atau 5 ke bank sampah.',
    ],
    dangers: [],
    facts: [
      { text: 'Plastik adalah 18% dari sampah yang dilaporkan (2022).', source: KOMPOSISI_2022 },
    ],
  },
};
