/** Everything that Pilah says in Indonesian. The paper's texts stand word for word. */
import type { ErrorCode, ScreenErrorCode } from '../../domain/coded-error';
import type { WasteClassId } from '../../domain/waste-class';
import type { ClassCard } from '../class-card';
import type { ItemTexts } from '../items';
import type { FirstWords } from '../words';

const KOMPOSISI_2022 =
  'databoks.katadata.co.id, komposisi sampah 2022 (321 dari 514 kabupaten/kota)';

/** Also written into index.html: drawn before anything else has arrived. */
export const firstWords: FirstWords = {
  title: 'Limbah ini masuk ke mana?',
  lead: 'Foto satu benda. Pilah menebak jenisnya dan menjelaskan ke mana membawanya.',
};

export const messages = {
  app: {
    name: 'Pilah',
    pageTitle: '{{page}} · Pilah',
    skipToContent: 'Langsung ke isi',
    privacy:
      'Foto Anda tidak pernah meninggalkan perangkat ini: jaringan sarafnya bekerja di browser Anda sendiri.',
    region: 'Warna dan kelompok tempat sampah berbeda-beda: ikuti aturan daerah Anda.',
  },
  nav: {
    label: 'Halaman',
    sort: 'Foto',
    guide: 'Panduan',
    history: 'Riwayat',
    model: 'Model',
  },
  language: { label: 'Bahasa' },
  sort: {
    ...firstWords,
    dropHere: 'Taruh foto di sini',
    dropHint: 'atau tempelkan. JPEG atau PNG, satu benda di satu foto',
    dropNow: 'Lepaskan fotonya',
    choose: 'Pilih foto',
    chooseOther: 'Pilih foto lain',
    chooseFolder: 'Satu folder',
    chooser: 'Berkas foto',
    preview: 'Foto yang dipilih: {{name}}',
    noPreview: 'Pratinjau foto ini tidak dapat ditampilkan.',
    classify: 'Klasifikasikan Limbah Anda',
    cancel: 'Batalkan',
    samplesTitle: 'Belum punya foto? Coba salah satu contoh',
    sampleNotWaste: 'Bukan limbah',
    resultRegion: 'Hasil',
  },
  camera: { open: 'Kamera' },
  working: {
    running: 'Sedang memilah foto Anda…',
    waiting: 'Model belum siap. Foto Anda menunggu dan dipilah begitu model siap.',
  },
  how: {
    title: 'Begini caranya',
    choose: 'Pilih foto',
    chooseText: 'Satu benda, dari dekat, dengan cahaya cukup.',
    press: 'Tekan tombolnya',
    pressText: 'Jaringan saraf di perangkat Anda membandingkan sembilan jenis limbah.',
    read: 'Baca kartunya',
    readText: 'Jenisnya, tempat sampahnya, tiga langkah, dan bahayanya bila ada.',
    kinds: 'Sembilan jenis yang dikenal',
  },
  engine: {
    label: 'Keadaan model',
    starting: 'Menyiapkan model…',
    downloading: 'Mengunduh model: {{done}} dari {{total}}',
    progress: 'Unduhan model',
    offered: {
      metered:
        'Sambungan Anda tampaknya dihitung per byte, jadi model menunggu Anda: {{size}}, sekali saja.',
      stopped: 'Unduhan dihentikan. Masih ada {{size}}.',
      removed:
        'Anda menghapus model dari perangkat ini. Untuk memilah, model diperlukan lagi: {{size}}.',
    },
    unpacking: 'Membongkar model…',
    warmingUp: 'Memanaskan model…',
    ready: 'Model siap: sekitar {{seconds}} per foto di perangkat ini.',
    offline: 'Siap dipakai tanpa internet: seluruh Pilah ada di perangkat ini.',
    retry: 'Muat model lagi',
    download: 'Unduh model ({{size}})',
    stop: 'Hentikan unduhan',
    backend: {
      webgpu: 'Dihitung dengan WebGPU',
      webgl: 'Dihitung dengan WebGL',
      wasm: 'Dihitung dengan WebAssembly',
      'tfjs-wasm': 'Dihitung dengan lambat, dengan WebAssembly tanpa instruksi vektor,',
    },
    reason: {
      fastest: 'karena terukur paling cepat di perangkat ini.',
      'no-gpu': 'karena browser ini tidak memberi jalan ke prosesor grafis.',
      'software-renderer':
        'karena grafis di sini digambar oleh perangkat lunak, yang jauh lebih lambat.',
      'wrong-numbers': 'karena prosesor grafis di sini memberi angka yang salah.',
      'no-answer': 'karena prosesor grafis di sini tidak menjawab.',
      'gpu-lost': 'karena prosesor grafis berhenti di tengah pekerjaan.',
      'no-simd': 'karena browser ini tidak memilikinya.',
      'engine-failed': 'karena mesin Pilah yang lebih cepat tidak berfungsi di sini.',
      requested: 'karena Anda memintanya.',
    },
  },
  errors: {
    'no-photo': 'silakan upload gambar limbah anda',
    'not-jpeg-or-png': 'Kita hanya menerima file gambar berupa .jpeg .jpg or .png extensions',
    'file-unreadable':
      'Berkas itu tidak dapat dibaca; mungkin sudah dipindahkan atau dihapus. Pilih fotonya lagi.',
    'photo-damaged':
      'Foto itu rusak atau terpotong, sehingga tidak dapat dibuka. Pilih foto lain atau simpan ulang fotonya.',
    'photo-too-large':
      'Foto itu terlalu besar untuk perangkat ini. Perkecil dulu fotonya, lalu pilih lagi.',
    'part-unreachable':
      'Bagian halaman itu tidak dapat diunduh. Periksa sambungan internet Anda, lalu coba lagi.',
    'model-unreachable':
      'Berkas model tidak dapat diunduh. Periksa sambungan internet Anda, lalu muat model lagi.',
    'model-stalled':
      'Unduhan model terhenti di tengah jalan. Pindah tempat atau ganti jaringan, lalu muat model lagi.',
    'model-missing':
      'Berkas model tidak ada di server; mungkin halaman ini usang. Muat ulang halaman ini.',
    'server-failed':
      'Server tidak dapat mengirim berkas model. Tunggu satu menit, lalu muat model lagi.',
    'model-intercepted':
      'Ada yang menjawab menggantikan berkas model. Bila jaringan meminta Anda masuk, masuk dulu, lalu muat model lagi.',
    'storage-refused':
      'Browser ini tidak menyimpan model, yang berfungsi sampai halaman ini ditutup. Kosongkan ruang, atau buka Pilah di jendela yang tidak privat.',
    'model-corrupt':
      'Berkas model yang diterima tidak utuh. Muat model lagi; bila tetap gagal, muat ulang halaman ini.',
    'no-backend':
      'Browser ini tidak dapat menjalankan model. Perbarui browser Anda atau buka halaman ini di browser lain.',
    'inference-failed': 'Model gagal memeriksa foto ini. Coba sekali lagi.',
    'worker-crashed':
      'Bagian yang menjalankan model berhenti, mungkin karena memori penuh. Tutup tab lain, lalu coba lagi.',
  } satisfies Record<Exclude<ErrorCode, ScreenErrorCode>, string>,
  alert: { close: 'Tutup pemberitahuan' },
  failure: { title: 'Foto ini belum terpilah', retry: 'Coba lagi' },
  result: {
    announcement: 'Hasil: {{answer}}',
    unsureTitle: 'Kami belum yakin',
    notWasteTitle: 'Ini tampaknya bukan limbah',
  },
  kinds: {
    battery: 'Baterai',
    clothes: 'Pakaian',
    'e-waste': 'E-limbah (elektronik)',
    glass: 'Kaca',
    'light-bulb': 'Bola lampu',
    metal: 'Logam',
    organic: 'Organik',
    paper: 'Kertas',
    plastic: 'Plastik',
  },
  guide: {
    title: 'Panduan sembilan jenis limbah',
  },
  poster: { title: 'Poster: limbah masuk ke mana' },
  history: { title: 'Riwayat Anda' },
  settings: { title: 'Pengaturan' },
  model: {
    title: 'Seberapa sering Pilah benar?',
  },
  notFound: {
    title: 'Halaman ini tidak ada',
    text: 'Alamatnya mungkin salah ketik atau sudah lama.',
    home: 'Kembali memilah foto',
  },
  crash: {
    title: 'Halaman ini berhenti bekerja',
    text: 'Ada kesalahan di pihak kami. Muat ulang halaman untuk melanjutkan; foto Anda tetap ada di perangkat Anda.',
    reload: 'Muat ulang halaman',
  },
};

/** What other screens say, and parts of the first one that not every visitor sees: loaded with the first of them. */
export const screenMessages = {
  result: {
    sureEyebrow: 'Ini tampaknya',
    unsureText:
      'Foto ini mirip dengan beberapa jenis. Bandingkan di bawah, lalu coba foto lain: satu benda, lebih dekat, lebih terang.',
    unsureDanger:
      'Sampai jelas, perlakukan sebagai yang paling berbahaya di antaranya, dan jangan dicampur.',
    notWasteText:
      'Pilah mengenal sembilan jenis limbah rumah tangga, dan foto ini tidak cukup mirip dengan satu pun. Foto satu benda limbah dari dekat.',
    closest: 'Yang paling mirip',
    next: 'Kemungkinan berikutnya',
    certainty: '{{word}}: {{percent}}',
    reliability: 'Dari 100 foto uji dengan keyakinan seperti ini, sekitar {{right}} dijawab benar.',
    probabilityLabel: 'Keyakinan',
    wrong: 'Ini salah',
    taught: 'Jawaban ini mengikuti yang Anda ajarkan kepada Pilah.',
    readCard: 'Baca kartu {{name}}',
    words: {
      almostCertain: 'Hampir pasti',
      veryLikely: 'Sangat mungkin',
      likely: 'Mungkin',
      possible: 'Bisa jadi',
      unlikely: 'Kecil kemungkinannya',
    },
  },
  card: {
    danger: 'Bahaya',
    steps: 'Tiga langkah',
    belongs: 'Yang termasuk',
    belongsNot: 'Yang tidak termasuk',
    fact: 'Tahukah Anda?',
    source: 'Sumber: {{source}}',
  },
  bins: {
    organic: { name: 'Organik', colour: 'hijau' },
    reuse: { name: 'Anorganik / guna ulang', colour: 'kuning' },
    recycle: { name: 'Kertas / daur ulang', colour: 'biru' },
    hazardous: { name: 'B3', colour: 'merah' },
    residue: { name: 'Residu', colour: 'abu-abu' },
    colourOf: 'tempat sampah {{colour}}',
  },
  share: {
    title: '{{name}} ({{percent}})',
    from: 'Dipilah oleh Pilah, di perangkat saya sendiri',
    share: 'Bagikan',
    copy: 'Salin sebagai teks',
    copied: 'Sudah disalin.',
    save: 'Simpan sebagai gambar',
    failed: 'Tidak berhasil. Ambil tangkapan layar saja.',
  },
  why: {
    title: 'Mengapa {{name}}?',
    picture: 'Bukti di atas foto {{name}}',
    where: 'Yang mendukung {{name}} terutama ada {{part}}.',
    parts: {
      topLeft: 'di kiri atas',
      top: 'di atas',
      topRight: 'di kanan atas',
      left: 'di kiri',
      middle: 'di tengah',
      right: 'di kanan',
      bottomLeft: 'di kiri bawah',
      bottom: 'di bawah',
      bottomRight: 'di kanan bawah',
    },
    for: 'mendukung {{name}}',
    forOthers: 'mendukung jenis lain',
    compare: 'Mengapa bukan …?',
    average: 'Semua jenis lain bersama-sama',
    strength: 'Kekuatan warna',
    text: 'Jaringan melihat 7 × 7 tempat pada foto dan menjumlahkan apa yang dikatakan tiap tempat tentang suatu jenis. Warna ini persis jumlah itu. Jika warnanya berada di samping benda, mungkin latar yang menentukan: coba foto lain.',
  },
  camera: {
    title: 'Ambil foto',
    picture: 'Yang dilihat kamera',
    starting: 'Kamera sedang dinyalakan. Browser mungkin meminta izin.',
    hint: 'Satu benda, dari dekat, dengan cahaya cukup.',
    take: 'Ambil fotonya',
    switch: 'Kamera lain',
    torch: 'Lampu',
    program: 'Program kamera perangkat',
    close: 'Tutup kamera',
  },
  update: {
    title: 'Ada versi baru Pilah.',
    text: 'Versi itu dipakai kapan pun Anda mau.',
    photos: 'Halaman akan dimuat ulang: simpan dulu jawaban yang masih Anda perlukan.',
    busy: 'Versi itu dapat dipakai setelah foto Anda selesai dipilah.',
    now: 'Pakai versi baru',
    later: 'Nanti saja',
  },
  install: {
    title: 'Ingin Pilah selalu siap?',
    text: 'Bila dipasang, Pilah terbuka seperti program lain, juga tanpa internet.',
    now: 'Pasang Pilah',
    never: 'Tidak, terima kasih',
  },
  queue: {
    title_other: '{{n}} foto dalam antrean',
    list: 'Foto dalam antrean',
    progress: 'Selesai: {{done}} dari {{total}}',
    progressLabel: 'Foto yang selesai',
    timeLeft: 'sekitar {{time}} lagi',
    paused: 'dijeda',
    finished_other: 'Semua {{n}} foto selesai.',
    pause: 'Jeda',
    resume: 'Lanjutkan',
    cancel: 'Hentikan',
    retry_other: 'Coba lagi {{n}} yang gagal',
    csv: 'Lembar kerja (CSV)',
    json: 'Data (JSON)',
    print: 'Cetak laporan',
    clear: 'Kosongkan antrean',
    totals: 'Foto per tempat sampah',
    unsure: 'belum yakin',
    notWaste: 'bukan limbah',
    unsureAnswer: 'Belum yakin: {{answer}}?',
    waiting: 'Menunggu',
    classifying: 'Sedang dipilah…',
    reportTitle: 'Dipilah dengan Pilah, {{date}}',
    column: { file: 'Foto', kind: 'Jenis', certainty: 'Keyakinan', verdict: 'Jawaban' },
    verdict: { sure: 'yakin', unsure: 'belum yakin', 'not-waste': 'bukan limbah' },
    keys: {
      title: 'Tombol papan ketik (?)',
      arrows: { name: '↑ ↓', text: 'foto sebelum atau sesudahnya' },
      enter: { name: 'Enter', text: 'buka kartunya' },
      delete: { name: 'Delete', text: 'keluarkan dari antrean' },
      help: { name: '?', text: 'tampilkan atau sembunyikan daftar ini' },
    },
  },
  correction: {
    question: 'Sebenarnya ini apa?',
    noted: 'Dicatat: ini {{name}}. Terima kasih.',
    offer: 'Pilah dapat belajar dari ini, hanya di perangkat ini. Kapan saja dapat dihapus di',
    agree: 'Ya, ajari Pilah saya',
  },
  teach: {
    title: 'Ajari Pilah saya',
    switch: 'Belajar dari koreksi saya',
    text: 'Foto yang mirip dengan yang Anda koreksi dijawab seperti koreksi Anda. Yang disimpan hanya angka yang dilihat jaringan, bukan fotonya, dan hanya di perangkat ini.',
    none: 'Belum ada pelajaran. Tekan “Ini salah” di bawah sebuah jawaban.',
    count_other: '{{n}} pelajaran.',
    checked: 'Diperiksa dengan {{n}} foto lain: {{after}} dijawab benar, sebelumnya {{before}}.',
    unused: 'Pelajaran ini sedang tidak dipakai.',
    learnt: 'Pilah sudah belajar dari ini.',
    undone: 'Pelajaran ini akan merusak jawaban lain, jadi tidak diambil.',
    forgotten: 'Semua pelajaran sudah dihapus.',
    forget: 'Lupakan semua pelajaran',
    export: 'Simpan pelajaran',
    import: 'Ambil dari berkas',
  },
  tips: {
    title: 'Supaya fotonya jelas',
    one: 'Satu benda saja, di atas alas yang polos.',
    close: 'Dekat, sampai bendanya mengisi lebih dari separuh foto.',
    light: 'Terang, tanpa bayangan tangan dan tanpa pantulan lampu.',
    done: 'Mengerti',
  },
  settings: {
    lead: 'Semua pilihan disimpan di perangkat ini saja.',
    look: 'Bahasa dan tampilan',
    language: 'Bahasa',
    autoLanguage: 'seperti peramban',
    theme: 'Tampilan',
    themes: { auto: 'seperti perangkat', light: 'terang', dark: 'gelap' },
    sorting: 'Memilah',
    atOnce: 'Langsung pilah',
    atOnceText: 'Foto dipilah begitu dipilih, tanpa menekan tombol.',
    keepHistory: 'Simpan riwayat',
    keepHistoryText:
      'Jawaban disimpan dengan gambar kecil, di perangkat ini saja. Yang sudah ada tetap ada.',
    everything: 'Semua data',
    everythingText:
      'Menghapus riwayat, pelajaran, pilihan dan model dari perangkat ini. Ini tidak dapat dibatalkan.',
    deleteAll: 'Hapus semuanya',
    deleteSure: 'Hapus riwayat, pelajaran, pilihan dan model?',
    deleteYes: 'Ya, hapus semuanya',
    deleteNo: 'Tidak',
    version: 'Versi',
    versionText: 'Pilah {{app}}, model {{model}}',
    newTitle: 'Yang baru di versi ini',
    news: {
      guide: 'Panduan dengan pencarian: ketik nama barang, juga bila salah eja.',
      history: 'Riwayat: semua jawaban Anda, dengan statistik, dapat disimpan ke berkas.',
      teach: '“Ini salah”: koreksi sebuah jawaban, dan Pilah dapat belajar darinya.',
      model: 'Halaman model menunjukkan di mana Pilah sering keliru.',
    },
  },
  poster: {
    lead: 'Satu lembar A4: sembilan jenis, tempatnya, dan apa yang harus diperhatikan. Tempelkan di dapur, kelas atau bank sampah.',
    print: 'Cetak poster',
    subtitle: 'limbah masuk ke mana',
  },
  guide: {
    search: 'Barang ini masuk ke mana?',
    searchExample: 'misalnya: baterai kembung, popok, kaleng',
    found_other: '{{n}} yang cocok.',
    nothingFound:
      'Tidak ada yang cocok. Coba kata lain, atau foto barangnya. Yang tidak termasuk jenis mana pun masuk residu.',
    notCovered: 'Tidak termasuk sembilan jenis yang dikenali Pilah dari foto.',
    itemsTitle: 'Barang sehari-hari dari jenis ini',
    othersTitle: 'Yang tidak termasuk sembilan jenis',
    othersText: 'Pilah tidak mengenali barang ini dari foto, tetapi tahu ke mana perginya.',
    poster: 'Poster untuk dicetak',
    backToGuide: 'Kembali ke panduan',
    lead: 'Ke mana masing-masing dibawa, apa yang termasuk, dan apa bahayanya. Halaman ini tidak memerlukan model.',
    bins: 'Lima kelompok',
    binsSource: 'UU 18/2008 dan PP 81/2012; warna seperti yang lazim diumumkan Kementerian PU.',
    law: 'UU 18/2008 pasal 29 melarang mencampur sampah dengan B3 dan membakar sampah di luar ketentuan.',
    kinds: 'Sembilan jenis',
    back: 'Semua jenis',
    wasteBanks: 'Pada 2020 Indonesia punya 11.330 bank sampah dengan 419.000 anggota.',
    wasteBanksSource: 'kementerian lingkungan hidup, lewat m.clicks.id',
  },
  history: {
    lead: 'Setiap jawaban dengan gambar kecilnya. Semua ini hanya ada di perangkat ini; foto aslinya tidak disimpan.',
    limit:
      'Tersimpan {{n}} dari paling banyak {{limit}} jawaban. Bila sudah penuh, yang terlama dihapus lebih dulu.',
    off: 'Riwayat sedang dimatikan: jawaban baru tidak disimpan.',
    loading: 'Membuka riwayat…',
    emptyTitle: 'Belum ada jawaban di sini',
    emptyText: 'Pilah sebuah foto, dan jawabannya muncul di sini.',
    emptyLink: 'Pilah sebuah foto',
    search: 'Cari di riwayat',
    kind: 'Jenis',
    anyKind: 'Semua jenis',
    from: 'Dari tanggal',
    until: 'Sampai tanggal',
    everything: 'Tampilkan semua',
    found_other: '{{n}} jawaban cocok.',
    list: 'Jawaban, yang terbaru di atas',
    unsure: 'Belum yakin: {{answer}}?',
    corrected: 'Menurut Anda: {{kind}}',
    correct: 'Yang benar',
    asAnswered: 'seperti itu',
    remove: 'Hapus jawaban ini',
    clear: 'Hapus semua',
    export: 'Simpan ke berkas',
    import: 'Ambil dari berkas',
    removed_other: '{{n}} jawaban dihapus.',
    restored_other: '{{n}} jawaban dikembalikan.',
    undo: 'Urungkan',
    imported_other: '{{n}} jawaban ditambahkan.',
    known_other: '{{n}} sudah ada di sini.',
    leftOut_other: '{{n}} tidak mendapat tempat: riwayat sudah penuh.',
    removeDamaged: 'Hapus yang rusak',
  },
  errors: {
    'camera-denied':
      'Kamera tidak diizinkan di sini. Izinkan untuk halaman ini di pengaturan browser, pakai program kamera perangkat, atau pilih foto.',
    'camera-missing':
      'Tidak ada kamera yang ditemukan. Pakai program kamera perangkat, atau tutup ini dan pilih foto.',
    'camera-busy':
      'Kamera tidak menjawab; mungkin sedang dipakai program lain. Tutup program itu, lalu buka kamera lagi.',
    'history-unavailable':
      'Riwayat tidak dapat dibuka atau ditulis di sini; foto tetap dipilah seperti biasa. Tutup tab Pilah yang lain, kosongkan ruang, atau buka Pilah di jendela yang tidak privat, lalu coba lagi.',
    'history-newer':
      'Riwayat ini ditulis oleh versi Pilah yang lebih baru; foto tetap dipilah seperti biasa. Tutup semua tab Pilah, lalu muat ulang halaman ini untuk memakai versi itu.',
    'history-damaged':
      'Sebagian riwayat rusak dan tidak dapat ditampilkan; yang lain tetap ada. Hapus yang rusak, atau biarkan saja.',
    'import-invalid':
      'Berkas itu bukan riwayat Pilah yang utuh, jadi tidak ada yang diambil. Pilih berkas yang disimpan oleh halaman ini.',
    'lessons-unkept':
      'Pelajaran itu berlaku sampai halaman ini ditutup, tetapi tidak dapat disimpan di sini. Kosongkan ruang, atau buka Pilah di jendela yang tidak privat.',
    'lessons-invalid':
      'Berkas itu tidak berisi pelajaran untuk versi model ini, jadi tidak ada yang diambil. Pilih berkas yang disimpan oleh halaman ini.',
  } satisfies Record<ScreenErrorCode, string>,
  model: {
    lead: 'Semua angka di bawah diukur pada foto yang tidak pernah dipakai untuk melatih.',
    waiting: 'Angka-angka ini ikut dalam berkas model dan tampil setelah berkas itu terbaca.',
    computeOn: 'Hitung dengan',
    computeChoice: {
      auto: 'yang tercepat di perangkat ini',
      wasm: 'prosesor (WebAssembly)',
      webgl: 'prosesor grafis (WebGL)',
      webgpu: 'prosesor grafis (WebGPU)',
    },
    device: {
      threads: 'Inti prosesor',
      autoThreads: 'sebanyak yang baik',
      title: 'Di perangkat ini',
      stored: 'Semua berkas model tersimpan di perangkat ini: {{size}}.',
      storing: 'Berkas model sedang disimpan di perangkat ini…',
      absent:
        'Berkas model tidak tersimpan di perangkat ini. Sampai halaman ini ditutup, model tetap berfungsi.',
      incomplete: 'Berkas model belum lengkap di perangkat ini.',
      used: 'Pilah memakai {{used}} dari {{quota}} yang diizinkan browser ini.',
      persisted: 'Browser berjanji tidak menghapusnya sendiri.',
      notPersisted: 'Browser boleh menghapusnya bila ruang menipis.',
      remove: 'Hapus model dari perangkat ini',
      fetch: 'Ambil lagi',
    },
    unmeasured: 'Versi model ini belum diukur.',
    answer_other:
      'dari 100 foto limbah dijawab benar: diukur pada {{n}} foto uji yang belum pernah dilihatnya',
    sureAnswer:
      'Pada {{sure}} dari 100 foto limbah Pilah menjawab yakin. Dari 100 jawaban yakin itu, sekitar {{right}} benar.',
    paperAnswer:
      'Resep dari makalah, yang kami latih ulang dan ukur pada foto yang sama, benar pada {{right}} dari 100.',
    headline: 'Rerata recall sembilan jenis',
    accuracy: 'Akurasi',
    auroc: 'AUROC limbah lawan bukan limbah',
    weak: {
      title: 'Di mana Pilah sering keliru',
      kinds: 'Tiga jenis ini paling sering luput. Bandingkan kartunya sebelum membuang.',
      missed: 'Dari {{n}} foto uji, {{missed}} dijawab keliru.',
      takenFor: 'Paling sering dikira: {{answers}}.',
      answer: '{{kind}} ({{n}})',
      card: 'Kartu {{kind}}',
      street:
        'Tempat yang baru. Jaringan yang dilatih tanpa foto dari jalan dan rumah mengenali {{right}} dari 100 foto seperti itu ({{n}} foto uji), bukan {{usual}}. Sekitar itulah yang dapat diharapkan di tempat yang belum pernah dilihat Pilah.',
      other:
        'Benda yang bukan limbah. Dari 100 foto benda lain, {{rejected}} ditolak, tetapi {{sure}} dijawab yakin seolah-olah limbah ({{n}} foto uji).',
      sure: 'Yakin pun bisa keliru: sekitar {{wrong}} dari 100 jawaban yakin salah. Soal bahaya, percayai label pada bendanya, bukan Pilah.',
      photos:
        'Foto gelap, atau beberapa benda dalam satu foto: jawabannya bisa keliru walaupun tampak yakin.',
    },
    ece: 'Galat kalibrasi (ECE, 15 kotak)',
    sureShare: 'Foto limbah yang dijawab yakin',
    sureAccuracy: 'Benar di antara yang yakin',
    otherSure: 'Foto bukan limbah yang keliru dijawab yakin',
    compareTitle: 'Angka persisnya, di samping resep makalah',
    compareText:
      'Keduanya dilatih oleh kami dan diukur pada foto uji yang sama, Pilah dengan berkas yang Anda unduh. Resep makalah: dasar beku, RGB / 255, 28 epoch; ia tidak mengenal “yakin”.',
    measure: 'Ukuran',
    ours: 'Pilah',
    paper: 'Resep makalah',
    macroRecall: 'Rerata recall',
    paperFigures:
      'Makalah menulis {{training}}: itu akurasi pada foto latihan di epoch terakhir. Makalah juga menulis {{single}}: itu nilai softmax dari satu foto saja. Keduanya bukan ukuran seberapa sering jaringan benar pada foto baru.',
    plotsTitle: 'Hasil pengukuran dalam gambar',
    perClassTitle: 'Jenis demi jenis',
    perClassSummary:
      'Berapa bagian dari foto tiap jenis yang dikenali (recall). Tertinggi: {{best}}, {{bestRecall}}; terendah: {{worst}}, {{worstRecall}}.',
    confusionTitle: 'Tertukar dengan apa?',
    confusionSummary:
      'Baris: jenis yang benar. Kolom: jawaban Pilah. Makin pekat, makin sering; yang bergaris tepi benar. Kekeliruan tersering: {{mistakes}}.',
    mistake: '{{kind}} dikira {{answer}} ({{n}})',
    reliabilityTitle: 'Bisakah keyakinannya dipercaya?',
    reliabilitySummary:
      'Diagram keandalan: bila Pilah 80% yakin, seharusnya 80% jawaban itu benar. Rata-rata selisihnya {{error}} (ECE, {{n}} foto uji).',
    certainty: 'Keyakinan',
    meanCertainty: 'Rerata keyakinan',
    rightShare: 'Dijawab benar',
    cautionTitle: 'Bila hanya menjawab yang paling yakin',
    cautionSummary:
      'Risiko dan cakupan: bila hanya separuh foto yang paling yakin dijawab, {{half}} jawaban salah; bila semua dijawab, {{all}}.',
    coverage: 'Foto yang dijawab',
    risk: 'Jawaban yang salah',
    riskOurs: 'Salah, Pilah',
    riskPaper: 'Salah, resep makalah',
    otherTitle: 'Diukur dengan cara lain',
    float32: 'Jaringan yang sama sebelum diperkecil (float32)',
    eightBit: 'Jaringan yang sama, dibulatkan begitu saja menjadi delapan bit per bobot ({{size}})',
    frozenHead: 'Dasar beku dengan lapisan akhir baru (float32)',
    kFold: 'Validasi silang {{folds}} lipatan, dasar beku',
    plusMinus: '{{mean}}\u00a0±\u00a0{{sd}}',
    street:
      'Jaringan yang dilatih (belum didistilasi) tanpa foto jalan, rumah, dan lampu terpakai, diuji pada foto-foto itu',
    leaveOneOut: 'Satu sumber foto ditinggalkan, dasar beku',
    otherNote:
      'Sumber yang ditinggalkan adalah ujian yang paling mirip dengan kamera Anda: foto dari tempat yang tidak pernah dilihat saat latihan.',
    source: 'Sumber foto',
    network: {
      title: 'Jaringan dan fotonya',
      text: 'VGG16: lima blok mencari pola, dari garis sampai bentuk. Tiap blok membagi dua lebar gambarnya dan mencari lebih banyak pola; lapisan akhir menjumlahkannya menjadi sembilan nilai. Seluruhnya {{n}} parameter.',
      photo: 'Foto',
      block: 'Blok {{n}}',
      convolutions_other: '{{n}} konvolusi',
      head: 'Lapisan akhir',
      headText: '{{features}} → {{kinds}} jenis',
    },
    data: {
      splits:
        'Ada {{n}} foto: {{train}} untuk melatih, {{validation}} untuk memilih, dan {{test}} untuk menguji. Tidak ada foto di dua bagian.',
      sources:
        'Di antaranya {{waste}} foto limbah dari {{sources}} sumber, dan {{other}} foto benda lain.',
      mostly:
        'Kebanyakan foto studio atau dalam ruangan, satu benda per foto; sedikit yang dari jalan. Foto organik kebanyakan makanan, bukan sisa makanan; foto bola lampu kebanyakan dari pembuatnya.',
    },
    kind: 'Jenis',
    recall: 'Recall',
    precision: 'Presisi',
    paperRecall: 'Recall resep makalah',
    count: 'Foto uji',
    aboutTitle: 'Versi dan lisensi',
    appVersion: 'Versi Pilah',
    version: 'Versi model',
    created: 'Dibuat',
    download: 'Unduhan',
    renderer: 'Prosesor grafis: {{name}}',
    licences: 'Lisensi',
    licenceText:
      'Kode Pilah: MIT. Bobot dasar: VGG16 dari Oxford (CC BY 4.0), lewat torchvision (BSD-3-Clause), dilatih pada ImageNet. Foto latihan berasal dari banyak sumber, sebagian tanpa lisensi yang tertulis: kartu model di repositori mendaftarnya.',
    packageLicences: 'Lisensi semua paket di halaman ini',
    sampleSources: 'Sumber dan lisensi foto contoh',
  },
  plots: {
    table: 'Angka-angkanya dalam tabel',
    confusion: { corner: 'Benar ↓ jawaban →' },
    reliability: {
      bar: 'dijawab benar',
      few: 'dari kurang dari {{n}} foto',
      diagonal: 'keyakinan yang tepat',
      right: 'Dijawab benar',
      certainty: 'Keyakinan Pilah',
      photos: 'Foto uji',
    },
  },
  statistics: {
    title: 'Statistik Anda',
    count: 'Foto',
    kindsTitle: 'Per jenis',
    kindsSummary: 'Foto yang dipilah: {{n}}. Terbanyak: {{name}} ({{most}}).',
    kind: 'Jenis',
    notWaste: 'Bukan limbah',
    weeksTitle: 'Per minggu',
    weeksSummary_other:
      'Foto dalam {{weeks}} minggu: {{n}}. Terbanyak pada {{week}} ({{most}}). Minggu mulai hari Senin.',
    week: 'Minggu',
    binsTitle: 'Per tempat sampah',
    binsSummary:
      'Foto yang punya tempat sampah: {{n}}. Terbanyak: {{name}} ({{most}}). Bukan limbah: {{none}}.',
    binsNone: 'Belum ada yang masuk tempat sampah. Bukan limbah: {{none}}.',
    bin: 'Tempat sampah',
  },
};

/** Every fact comes from a source that the card names. */
export const cards = {
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
} satisfies Record<WasteClassId, ClassCard>;

/** Everyday items for the guide: names, the usual one first, and what to do or mind. */
export const items: ItemTexts = {
  'aa-battery': [
    'Baterai AA; baterai AAA; baterai jam; batu baterai; baterai ABC; baterai remote',
    'Tutup kedua kutubnya dengan selotip, lalu serahkan ke titik kumpul B3.',
  ],
  'button-cell': [
    'Baterai kancing; baterai koin; baterai jam tangan',
    'Jauhkan dari anak-anak: berbahaya bila tertelan.',
  ],
  'rechargeable-battery': [
    'Baterai isi ulang; baterai cas; baterai Ni-MH',
    'Simpan di kotak yang tidak menghantarkan listrik sampai diserahkan.',
  ],
  'swollen-battery': [
    'Baterai kembung; baterai bengkak; baterai HP kembung; baterai gembung',
    'Berhenti memakainya, jangan dicas, jangan ditusuk. Gasnya beracun dan mudah terbakar.',
  ],
  'phone-battery': [
    'Baterai HP; baterai ponsel; baterai lepas; baterai kamera',
    'Lepaskan dari alatnya bila bisa, tutup kutubnya, serahkan ke titik kumpul B3.',
  ],
  'car-battery': [
    'Aki; aki motor; aki mobil; accu',
    'Tegakkan, jangan dibuka: isinya asam. Bengkel biasanya menerima aki lama.',
  ],
  't-shirt': [
    'Kaus; baju; kemeja; kaos oblong; blus',
    'Masih layak: cuci, lalu sumbangkan. Sudah rusak: jadikan lap.',
  ],
  trousers: ['Celana; jins; celana panjang; rok', 'Masih layak: cuci, lalu sumbangkan.'],
  underwear: [
    'Pakaian dalam; celana dalam; beha; bra',
    'Yang bersih boleh jadi lap; jangan disumbangkan bila sudah dipakai.',
  ],
  socks: ['Kaus kaki; kaos kaki', 'Yang berlubang masih berguna sebagai lap.'],
  jacket: ['Jaket; jas; sweter; hoodie; mantel', 'Periksa sakunya, cuci, lalu sumbangkan.'],
  towel: ['Handuk; lap kain; serbet', 'Handuk lama berguna sebagai lap.'],
  'bed-sheet': [
    'Seprai; sprei; selimut; sarung bantal; gorden',
    'Cuci dulu; yang masih layak dapat disumbangkan.',
  ],
  headscarf: [
    'Kerudung; jilbab; hijab; syal; sarung; mukena',
    'Masih layak: cuci, lalu sumbangkan.',
  ],
  'school-uniform': [
    'Seragam sekolah; seragam; baju pramuka',
    'Adik kelas mungkin membutuhkannya: tanyakan ke sekolah.',
  ],
  'fabric-scraps': [
    'Kain perca; sisa kain; potongan kain',
    'Kumpulkan: pengrajin sering mencarinya.',
  ],
  'mobile-phone': [
    'HP; ponsel; handphone; telepon genggam; hape rusak',
    'Hapus data Anda dulu, lalu bawa ke tempat kumpul e-limbah.',
  ],
  laptop: ['Laptop; komputer; notebook; PC', 'Hapus data Anda; lepaskan baterainya bila bisa.'],
  charger: [
    'Charger; pengisi daya; kepala charger; adaptor; casan HP; casan',
    'Jangan dipotong kabelnya; bawa ke tempat kumpul e-limbah.',
  ],
  cable: [
    'Kabel; kabel data; kabel USB; kabel listrik',
    'Jangan dibakar untuk mengambil tembaganya: asapnya beracun.',
  ],
  'power-bank': [
    'Power bank; powerbank; bank daya',
    'Ada baterai di dalamnya. Bila kembung, jangan dicas dan jangan ditusuk.',
  ],
  earphones: [
    'Earphone; headset; headphone; TWS; penyuara telinga',
    'Yang tanpa kabel berisi baterai kecil.',
  ],
  'remote-control': ['Remote; remot TV; pengendali jauh', 'Keluarkan baterainya dulu.'],
  iron: [
    'Setrika; seterika; gosokan listrik',
    'Bawa ke tempat kumpul e-limbah, atau tanyakan ke tukang servis.',
  ],
  'rice-cooker': [
    'Rice cooker; penanak nasi; magic com; magic jar',
    'Panci dalamnya boleh ikut; jangan dibongkar sendiri.',
  ],
  fan: ['Kipas angin; kipas listrik', 'Benda besar: tanyakan penjemputan di daerah Anda.'],
  television: [
    'Televisi; TV; monitor; layar',
    'Jangan dipecah; tanyakan penjemputan di daerah Anda.',
  ],
  fridge: [
    'Kulkas; lemari es; AC; pendingin ruangan',
    'Jangan dibongkar: gas pendinginnya harus diambil ahlinya.',
  ],
  printer: ['Printer; mesin cetak; pemindai; scanner', 'Lepaskan tinta atau tonernya dulu.'],
  keyboard: [
    'Keyboard; papan tik; mouse; tetikus',
    'Yang tanpa kabel berisi baterai: keluarkan dulu.',
  ],
  'electric-toy': ['Mainan elektronik; mobil remot; mainan baterai', 'Keluarkan baterainya dulu.'],
  vape: ['Vape; rokok elektrik; pod', 'Ada baterai di dalamnya: jangan masuk tempat sampah biasa.'],
  'electric-toothbrush': [
    'Sikat gigi listrik; alat cukur listrik; pengering rambut; hair dryer',
    'Semua yang memakai listrik termasuk e-limbah.',
  ],
  'glass-bottle': [
    'Botol kaca; botol sirup; botol kecap; botol beling; botol bir',
    'Kosongkan dan bilas; botol utuh diterima bank sampah.',
  ],
  'glass-jar': ['Stoples kaca; toples selai; botol selai', 'Tutup logamnya dipisahkan.'],
  'perfume-bottle': [
    'Botol parfum; botol minyak wangi',
    'Kosongkan dulu; semprotannya dilepas bila bisa.',
  ],
  'medicine-bottle': [
    'Botol obat kaca; botol minyak kayu putih; botol balsem',
    'Hanya yang sudah kosong; sisa obatnya limbah berbahaya.',
  ],
  'drinking-glass': [
    'Gelas kaca; gelas minum',
    'Utuh: dapat dipakai lagi. Pecah: bungkus dan beri tulisan.',
  ],
  'glass-shards': [
    'Pecahan kaca; beling; kaca pecah; gelas pecah',
    'Bungkus, masukkan kotak, tulis “Bahaya! Ada pecahan kaca”.',
  ],
  'window-pane': [
    'Kaca jendela; kaca lembaran',
    'Tanyakan dulu ke bank sampah: tidak semua menerimanya.',
  ],
  'led-bulb': [
    'Lampu LED; bohlam LED; bola lampu LED',
    'Tidak berisi raksa; tetap sebaiknya dikumpulkan terpisah.',
  ],
  'energy-saving-bulb': [
    'Lampu hemat energi; lampu spiral; lampu CFL; lampu Philips',
    'Berisi raksa: jangan sampai pecah; simpan di kotaknya.',
  ],
  'fluorescent-tube': [
    'Lampu neon; lampu TL; neon panjang',
    'Berisi raksa: jangan sampai pecah; serahkan ke titik kumpul B3.',
  ],
  'incandescent-bulb': [
    'Bohlam; lampu pijar; bola lampu; lampu kuning',
    'Kacanya tipis: simpan di kotaknya sampai dikumpulkan.',
  ],
  'halogen-bulb': [
    'Lampu halogen; lampu sorot; lampu motor; lampu mobil',
    'Biarkan dingin dulu, lalu simpan di kotaknya.',
  ],
  'broken-lamp': [
    'Lampu pecah; neon pecah; bohlam pecah',
    'Keluar 5–10 menit dan buka jendela; jangan pakai penyedot debu; pakai karton dan selotip.',
  ],
  'fairy-lights': [
    'Lampu hias; lampu tumblr; lampu kelap-kelip; lampu natal',
    'Kumpulkan bersama lampu, dengan kabelnya.',
  ],
  'drink-can': [
    'Kaleng minuman; kaleng soda; kaleng aluminium; kaleng; kaleng susu',
    'Kosongkan, bilas, gepengkan, bawa ke bank sampah.',
  ],
  'food-can': [
    'Kaleng makanan; kaleng sarden; kaleng kornet; kaleng biskuit',
    'Bilas dulu; hati-hati tepinya tajam.',
  ],
  'empty-spray-can': [
    'Kaleng semprot kosong; kaleng pilok kosong; botol parfum semprot kosong',
    'Hanya yang benar-benar kosong; jangan ditusuk.',
  ],
  foil: [
    'Aluminium foil; kertas timah; foil',
    'Yang bersih diremas jadi bola; yang kotor masuk residu.',
  ],
  'bottle-cap': [
    'Tutup botol logam; tutup botol; tutup kaleng',
    'Kumpulkan dalam kaleng supaya tidak tercecer.',
  ],
  nails: ['Paku; sekrup; baut; mur', 'Masukkan wadah tertutup: tajam.'],
  cutlery: [
    'Sendok; garpu; sendok garpu; alat makan logam',
    'Masih layak: dapat dipakai orang lain.',
  ],
  'kitchen-knife': ['Pisau; gunting; silet; cutter', 'Bungkus matanya dengan karton dan selotip.'],
  pan: ['Panci; wajan; penggorengan; teko', 'Lepaskan gagang plastiknya bila bisa.'],
  'clothes-hanger-wire': ['Gantungan kawat; hanger kawat; kawat', 'Gulung supaya tidak melukai.'],
  'zinc-sheet': [
    'Seng; atap seng; lembaran seng; besi tua',
    'Pengepul besi menerimanya; hati-hati tepinya.',
  ],
  'bicycle-parts': ['Rantai sepeda; suku cadang sepeda; velg', 'Pengepul besi menerimanya.'],
  rice: ['Nasi sisa; nasi basi; nasi', 'Untuk kompos atau pakan; jangan dengan plastiknya.'],
  'vegetable-scraps': ['Sisa sayur; sayuran; potongan sayur', 'Untuk kompos, biopori atau maggot.'],
  'banana-peel': [
    'Kulit pisang; kulit buah; kulit jeruk; kulit mangga',
    'Untuk kompos; potong kecil supaya cepat.',
  ],
  'rotten-fruit': ['Buah busuk; buah; sisa buah', 'Lepaskan stikernya, lalu kompos.'],
  eggshell: ['Cangkang telur; kulit telur', 'Remukkan dulu, lalu kompos.'],
  'coffee-grounds': ['Ampas kopi; ampas teh; bubuk kopi', 'Baik untuk kompos dan tanaman.'],
  'tea-bag': ['Teh celup; kantong teh', 'Buang staples dan plastiknya; isinya untuk kompos.'],
  'chicken-bones': [
    'Tulang ayam; tulang ikan; duri ikan',
    'Lambat membusuk: kubur dalam atau beri maggot.',
  ],
  leftovers: [
    'Sisa makanan; makanan basi; lauk sisa; roti basi',
    'Tiriskan minyaknya dulu, lalu kompos atau maggot.',
  ],
  'dry-leaves': ['Daun kering; daun; rumput; ranting', 'Untuk kompos; jangan dibakar.'],
  'coconut-shell': [
    'Batok kelapa; sabut kelapa; tempurung; kelapa muda',
    'Lambat membusuk: belah dulu, atau pakai sebagai pot.',
  ],
  flowers: ['Bunga layu; bunga; karangan bunga', 'Lepaskan kawat dan plastiknya.'],
  'banana-leaf': [
    'Daun pisang; bungkus daun; daun lontong',
    'Untuk kompos; lepaskan lidi dan karetnya.',
  ],
  sawdust: ['Serbuk kayu; serutan kayu; tusuk gigi; tusuk sate', 'Kayu tanpa cat saja.'],
  cardboard: ['Kardus; karton; kerdus; dus; kotak kardus', 'Gepengkan dan jaga tetap kering.'],
  newspaper: ['Koran; surat kabar; majalah; tabloid', 'Ikat rapi; yang kering saja.'],
  'office-paper': [
    'Kertas HVS; kertas; kertas fotokopi; kertas putih',
    'Pakai baliknya dulu, lalu bank sampah.',
  ],
  notebook: [
    'Buku tulis; buku; buku pelajaran; LKS',
    'Yang masih layak dapat diwariskan; lepaskan kawatnya.',
  ],
  envelope: ['Amplop; surat; kartu undangan', 'Jendela plastiknya dilepas.'],
  'paper-bag': ['Kantong kertas; tas kertas; paper bag', 'Pakai lagi selama masih kuat.'],
  'egg-carton': [
    'Tray telur; kotak telur; karton telur',
    'Yang bersih diterima bank sampah, atau dipakai lagi.',
  ],
  'toilet-roll-core': [
    'Gulungan tisu; inti tisu; silinder karton',
    'Hanya kartonnya; tisunya residu.',
  ],
  'cereal-box': [
    'Kotak susu bubuk; kotak pasta gigi; kotak obat; bungkus karton; kotak sereal',
    'Keluarkan kantong plastik di dalamnya.',
  ],
  calendar: ['Kalender; poster; brosur; selebaran', 'Lepaskan spiral atau jepitnya.'],
  'plastic-bottle': [
    'Botol plastik; botol air mineral; botol aqua; botol PET',
    'Kosongkan, bilas, remas; kode 1 paling laku.',
  ],
  'plastic-cup': [
    'Gelas plastik; aqua gelas; gelas air mineral; cup kopi plastik',
    'Lepaskan tutup dan sedotannya.',
  ],
  'shampoo-bottle': [
    'Botol sampo; botol sabun; botol deterjen; botol lotion',
    'Bilas sampai bersih; kode 2 laku dijual.',
  ],
  'plastic-bag': [
    'Kantong plastik; kresek; tas kresek; plastik kresek',
    'Pakai lagi; plastik lembek sulit didaur ulang.',
  ],
  jerrycan: ['Jeriken; jerigen; galon; galon air', 'Bilas dulu; laku dijual.'],
  'food-container': [
    'Wadah makanan plastik; thinwall; kotak makan plastik; mika',
    'Cuci minyaknya dulu; kode 5 laku dijual.',
  ],
  'bottle-top': [
    'Tutup botol plastik; tutup galon',
    'Kumpulkan terpisah dari botolnya: plastiknya lain.',
  ],
  straw: ['Sedotan; sedotan plastik', 'Terlalu kecil untuk dipilah mesin: kumpulkan dalam botol.'],
  bucket: ['Ember; baskom; gayung; ember pecah', 'Yang pecah pun laku di bank sampah.'],
  'plastic-toy': ['Mainan plastik; boneka plastik; lego', 'Masih layak: sumbangkan.'],
  'bubble-wrap': [
    'Bubble wrap; plastik gelembung; plastik paket',
    'Pakai lagi untuk membungkus; plastik lembek sulit didaur ulang.',
  ],
  'plastic-hanger': ['Gantungan plastik; hanger plastik; hanger', 'Pakai lagi selama utuh.'],
  'pvc-pipe': [
    'Pipa paralon; pipa PVC; paralon; selang',
    'Kode 3 sulit didaur ulang: tanyakan dulu.',
  ],
  toothbrush: ['Sikat gigi; sisir plastik', 'Campuran plastik: sering berakhir di residu.'],
  nappy: [
    'Popok; popok bayi; pampers; diaper; popok dewasa',
    'Buang isinya ke toilet, lipat rapat, masuk residu.',
  ],
  'sanitary-pad': [
    'Pembalut; softex; pembalut wanita; pantyliner; tampon',
    'Cuci, bungkus, masuk residu.',
  ],
  tissue: [
    'Tisu; tisu bekas; tisu toilet; tisu basah',
    'Tisu bekas bukan kertas daur ulang: seratnya terlalu pendek dan kotor.',
  ],
  'cigarette-butt': [
    'Puntung rokok; puntung; filter rokok; abu rokok',
    'Pastikan sudah padam; jangan dibuang ke selokan.',
  ],
  styrofoam: [
    'Styrofoam; sterofoam; gabus; gabus putih; kotak styrofoam',
    'Hampir tidak ada yang mendaur ulangnya: hindari, lalu residu.',
  ],
  sachet: [
    'Sachet; saset; bungkus kopi; bungkus mi instan; bungkus sampo',
    'Berlapis-lapis: kumpulkan untuk ecobrick atau residu.',
  ],
  'crisp-packet': [
    'Bungkus ciki; bungkus camilan; bungkus keripik; kemasan snack',
    'Berlapis logam: residu.',
  ],
  'greaseproof-paper': [
    'Kertas nasi; kertas minyak; bungkus nasi; kertas bungkus gorengan',
    'Berlapis plastik dan berminyak: residu.',
  ],
  receipt: [
    'Struk; nota; struk belanja; kertas termal; karcis',
    'Kertas termal tidak boleh masuk kertas daur ulang.',
  ],
  'paper-cup': [
    'Gelas kertas; cup kertas; gelas kopi kertas; mangkuk kertas',
    'Berlapis plastik di dalam: residu.',
  ],
  'face-mask': [
    'Masker; masker medis; masker sekali pakai',
    'Gunting talinya, bungkus, masuk residu.',
  ],
  plaster: ['Plester; perban; kapas; cotton bud; hansaplast', 'Bungkus rapat, masuk residu.'],
  ceramic: [
    'Keramik; piring; piring pecah; mangkuk; cangkir keramik; pot tanah',
    'Bukan kaca: bungkus pecahannya, masuk residu.',
  ],
  mirror: [
    'Cermin; kaca cermin; cermin pecah',
    'Berlapis: tidak bisa didaur ulang bersama kaca. Bungkus pecahannya.',
  ],
  'heatproof-glass': [
    'Pyrex; kaca tahan panas; tutup panci kaca',
    'Meleleh pada suhu lain dari botol: bukan untuk kaca.',
  ],
  'chewing-gum': ['Permen karet', 'Bungkus dengan kertas, masuk residu.'],
  'pet-litter': [
    'Pasir kucing; kotoran kucing; kotoran anjing',
    'Bungkus rapat, masuk residu; bukan untuk kompos dapur.',
  ],
  hair: ['Rambut; kuku', 'Sedikit: boleh dikompos; selebihnya residu.'],
  dust: ['Debu; isi penyedot debu; sapuan', 'Bungkus supaya tidak beterbangan.'],
  'sticky-tape': [
    'Lakban; selotip; isolasi; stiker',
    'Lepaskan dari kardus sebisanya; masuk residu.',
  ],
  'ballpoint-pen': ['Pulpen; pena; spidol; bolpoin', 'Campuran bahan: residu bila sudah habis.'],
  photo: ['Foto cetak; foto', 'Berlapis: bukan untuk kertas.'],
  'laminated-card': [
    'Kartu ATM; kartu plastik; kertas laminating; kartu SIM',
    'Gunting dulu data Anda.',
  ],
  candle: ['Lilin; sisa lilin', 'Dapat dilelehkan lagi; selebihnya residu.'],
  sponge: ['Spons; spons cuci piring; sabut cuci', 'Residu.'],
  condom: ['Kondom', 'Bungkus dengan tisu, masuk residu; jangan ke toilet.'],
  'construction-rubble': [
    'Puing; bata; semen; pecahan ubin',
    'Bukan untuk truk sampah biasa: tanyakan ke daerah Anda.',
  ],
  'drink-carton': [
    'Kotak susu; tetra pak; tetrapak; kotak jus; kemasan karton minuman',
    'Kosongkan, gepengkan, kumpulkan terpisah dari kertas.',
  ],
  shoes: [
    'Sepatu; sandal; sandal jepit; sepatu bekas',
    'Masih layak: bersihkan dan sumbangkan sepasang.',
  ],
  bag: ['Tas; ransel; koper; dompet', 'Masih layak: sumbangkan.'],
  pillow: ['Bantal; guling; boneka kain', 'Yang bersih dapat dipakai lagi; selebihnya residu.'],
  mattress: ['Kasur; springbed; sofa; karpet', 'Benda besar: tanyakan penjemputan di daerah Anda.'],
  furniture: ['Kursi; meja; lemari; perabot kayu', 'Masih layak: berikan atau jual.'],
  tyre: [
    'Ban bekas; ban motor; ban dalam; ban',
    'Bengkel atau pengrajin menerimanya; jangan dibakar.',
  ],
  umbrella: ['Payung', 'Rusak: kain dan rangkanya dapat dipisahkan.'],
  'rubber-band': ['Karet gelang; karet', 'Kumpulkan dan pakai lagi.'],
  medicine: [
    'Obat; obat kedaluwarsa; pil; sirup obat',
    'Jangan ke toilet atau tempat sampah biasa: tanyakan ke apotek atau puskesmas.',
  ],
  syringe: [
    'Jarum suntik; suntikan; jarum insulin; lanset',
    'Masukkan botol tebal tertutup, beri tulisan, serahkan ke fasilitas kesehatan.',
  ],
  thermometer: [
    'Termometer raksa; termometer; tensimeter raksa',
    'Berisi raksa: jangan sampai pecah.',
  ],
  'cooking-oil': [
    'Minyak jelantah; minyak goreng bekas; jelantah',
    'Bukan organik dan bukan untuk selokan: kumpulkan dalam botol, ada yang membelinya.',
  ],
  'engine-oil': ['Oli bekas; oli; pelumas', 'Jangan ke tanah atau selokan: bengkel menerimanya.'],
  paint: [
    'Cat; sisa cat; kaleng cat; tiner; thinner',
    'Tutup rapat, jangan dicampur, serahkan sebagai B3.',
  ],
  pesticide: [
    'Racun serangga; pestisida; obat nyamuk semprot; racun tikus; baygon',
    'Simpan di wadah aslinya; serahkan sebagai B3.',
  ],
  'full-spray-can': [
    'Kaleng semprot berisi; aerosol; pilok; hairspray',
    'Yang masih berisi termasuk B3: dapat meledak bila panas.',
  ],
  bleach: [
    'Pemutih; bayclin; karbol; pembersih toilet; cairan pembersih',
    'Jangan dicampur dengan pembersih lain; wadah kosong yang dibilas boleh ke plastik.',
  ],
  lighter: ['Korek gas; korek api gas; pemantik', 'Masih ada gasnya: jauhkan dari panas.'],
  'gas-canister': [
    'Tabung gas; gas portabel; kaleng gas; elpiji',
    'Jangan ditusuk; tabung elpiji kembali ke agennya.',
  ],
  'ink-cartridge': [
    'Tinta printer; toner; kartrid; cartridge',
    'Tutup lubangnya; tanyakan ke penjualnya.',
  ],
  'nail-polish': ['Cat kuku; kuteks; aseton; pewarna rambut', 'Mudah terbakar: tutup rapat.'],
  glue: ['Lem; lem kayu; lem tikus; lem super', 'Sisa lem cair termasuk B3; yang kering residu.'],
  fireworks: [
    'Petasan; kembang api; mercon',
    'Yang tidak meledak: rendam air, jangan disentuh lagi, hubungi petugas.',
  ],
};
