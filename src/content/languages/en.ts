/** Everything that Pilah says in English. */
import type { Cards } from '../cards';
import type { ItemTexts } from '../items';
import type { FirstWords, Messages, ScreenMessages, Translated } from '../words';

const COMPOSITION_2022 = 'databoks.katadata.co.id, waste composition 2022 (321 of 514 regencies)';

/** Also written into index.html: drawn before anything else has arrived. */
export const firstWords: FirstWords = {
  title: 'Where does this waste go?',
  lead: 'Take a photo of one object. Pilah guesses its kind and explains where to bring it.',
};

export const messages: Translated<Messages> = {
  app: {
    name: 'Pilah',
    pageTitle: '{{page}} · Pilah',
    skipToContent: 'Skip to content',
    privacy:
      'Your photos never leave this device: the neural network works inside your own browser.',
    region: 'Bin colours and groups differ from place to place: follow the rules of your region.',
  },
  nav: { label: 'Pages', sort: 'Photo', guide: 'Guide', history: 'History', model: 'Model' },
  language: { label: 'Language' },
  sort: {
    ...firstWords,
    dropHere: 'Drop a photo here',
    dropHint: 'or paste it. JPEG or PNG, one object in one photo',
    dropNow: 'Let go of the photo',
    choose: 'Choose a photo',
    chooseOther: 'Choose another photo',
    chooseFolder: 'A folder',
    chooser: 'Photo file',
    preview: 'The chosen photo: {{name}}',
    noPreview: 'This photo cannot be previewed.',
    classify: 'Classify Your Waste',
    cancel: 'Cancel',
    samplesTitle: 'No photo at hand? Try one of these',
    sampleNotWaste: 'Not waste',
    resultRegion: 'Result',
  },
  camera: { open: 'Camera' },
  working: {
    running: 'Sorting your photo…',
    waiting: 'The model is not ready yet. Your photo waits and is sorted as soon as it is.',
  },
  how: {
    title: 'How it works',
    choose: 'Choose a photo',
    chooseText: 'One object, close up, in good light.',
    press: 'Press the button',
    pressText: 'A neural network on your device compares nine kinds of waste.',
    read: 'Read the card',
    readText: 'The kind, its bin, three steps, and the danger if there is one.',
    kinds: 'The nine kinds it knows',
  },
  engine: {
    label: 'State of the model',
    starting: 'Preparing the model…',
    downloading: 'Downloading the model: {{done}} of {{total}}',
    progress: 'Model download',
    offered: {
      metered:
        'Your connection seems to be charged by the byte, so the model waits for you: {{size}}, once.',
      stopped: 'The download is stopped. {{size}} are still to come.',
      removed: 'You removed the model from this device. Sorting needs it again: {{size}}.',
    },
    unpacking: 'Unpacking the model…',
    warmingUp: 'Warming up the model…',
    ready: 'The model is ready: about {{seconds}} a photo on this device.',
    offline: 'Ready for offline use: all of Pilah is on this device.',
    retry: 'Load the model again',
    download: 'Download the model ({{size}})',
    stop: 'Stop the download',
    backend: {
      webgpu: 'Computed with WebGPU',
      webgl: 'Computed with WebGL',
      wasm: 'Computed with WebAssembly',
      'tfjs-wasm': 'Computed slowly, with WebAssembly without vector instructions,',
    },
    reason: {
      fastest: 'because it was measured to be the fastest on this device.',
      'no-gpu': 'because this browser offers no way to a graphics processor.',
      'software-renderer': 'because graphics are drawn in software here, which is far slower.',
      'wrong-numbers': 'because the graphics processor gives wrong numbers here.',
      'no-answer': 'because the graphics processor does not answer here.',
      'gpu-lost': 'because the graphics processor stopped in the middle of its work.',
      'no-simd': 'because this browser has none.',
      'engine-failed': 'because Pilah’s faster engine does not work here.',
      requested: 'because you asked for it.',
    },
  },
  errors: {
    'no-photo': 'Please upload a picture of your waste',
    'not-jpeg-or-png': 'We only accept image files with .jpeg .jpg or .png extensions',
    'file-unreadable':
      'That file cannot be read; it may have been moved or deleted. Choose the photo again.',
    'photo-damaged':
      'That photo is damaged or cut off and cannot be opened. Choose another one or save it anew.',
    'photo-too-large':
      'That photo is too large for this device. Make it smaller first, then choose it again.',
    'part-unreachable':
      'That part of the page could not be downloaded. Check your internet connection, then try again.',
    'model-unreachable':
      'The model’s files cannot be downloaded. Check your internet connection, then load the model again.',
    'model-stalled':
      'The model’s download has come to a standstill. Change place or network, then load the model again.',
    'model-missing':
      'The model’s files are not on the server; this page may be out of date. Reload it.',
    'server-failed':
      'The server cannot send the model’s files. Wait a minute, then load the model again.',
    'model-intercepted':
      'Something else answers in place of the model’s files. If this network wants you to sign in, do that, then load the model again.',
    'storage-refused':
      'This browser does not keep the model, which works until you close this page. Free some space, or open Pilah in a window that is not private.',
    'model-corrupt':
      'The model’s files arrived damaged. Load the model again; if that fails too, reload this page.',
    'no-backend':
      'This browser cannot run the model. Update it or open this page in another browser.',
    'inference-failed': 'The model failed on this photo. Try once more.',
    'worker-crashed':
      'The part that runs the model stopped, perhaps for lack of memory. Close other tabs, then try again.',
  },
  alert: { close: 'Dismiss this message' },
  failure: { title: 'This photo is not sorted yet', retry: 'Try again' },
  result: {
    announcement: 'Result: {{answer}}',
    unsureTitle: 'We are not sure yet',
    notWasteTitle: 'This does not seem to be waste',
  },
  kinds: {
    battery: 'Battery',
    clothes: 'Clothes',
    'e-waste': 'E-waste (electronics)',
    glass: 'Glass',
    'light-bulb': 'Light bulb',
    metal: 'Metal',
    organic: 'Organic',
    paper: 'Paper',
    plastic: 'Plastic',
  },
  guide: {
    title: 'A guide to nine kinds of waste',
  },
  poster: { title: 'Poster: where waste goes' },
  history: { title: 'Your history' },
  settings: { title: 'Settings' },
  model: {
    title: 'How often is Pilah right?',
  },
  notFound: {
    title: 'There is no such page',
    text: 'Its address may be mistyped or old.',
    home: 'Back to sorting',
  },
  crash: {
    title: 'This page stopped working',
    text: 'The mistake is ours. Reload the page to go on; your photos are still on your device.',
    reload: 'Reload the page',
  },
};

/** What other screens say, and parts of the first one that not every visitor sees: loaded with the first of them. */
export const screenMessages: Translated<ScreenMessages> = {
  result: {
    sureEyebrow: 'This seems to be',
    unsureText:
      'This photo resembles several kinds. Compare them below, then try another photo: one object, closer, brighter.',
    unsureDanger:
      'Until it is clear, treat it as the most dangerous of these, and mix it with nothing.',
    notWasteText:
      'Pilah knows nine kinds of household waste, and this photo resembles none of them enough. Take a close photo of one piece of waste.',
    closest: 'The closest kind',
    next: 'Next most likely',
    certainty: '{{word}}: {{percent}}',
    reliability: 'Of 100 test photos where Pilah was this sure, about {{right}} were right.',
    probabilityLabel: 'Certainty',
    wrong: 'This is wrong',
    taught: 'This answer follows what you taught Pilah.',
    readCard: 'Read the card: {{name}}',
    words: {
      almostCertain: 'Almost certain',
      veryLikely: 'Very likely',
      likely: 'Likely',
      possible: 'Possible',
      unlikely: 'Unlikely',
    },
  },
  card: {
    danger: 'Danger',
    steps: 'Three steps',
    belongs: 'What belongs here',
    belongsNot: 'What does not',
    fact: 'Did you know?',
    source: 'Source: {{source}}',
  },
  bins: {
    organic: { name: 'Organic', colour: 'green' },
    reuse: { name: 'Inorganic / reuse', colour: 'yellow' },
    recycle: { name: 'Paper / recycling', colour: 'blue' },
    hazardous: { name: 'Hazardous (B3)', colour: 'red' },
    residue: { name: 'Residue', colour: 'grey' },
    colourOf: '{{colour}} bin',
  },
  share: {
    title: '{{name}} ({{percent}})',
    from: 'Sorted by Pilah, on my own device',
    share: 'Share',
    copy: 'Copy as text',
    copied: 'Copied.',
    save: 'Save as picture',
    failed: 'That did not work. Take a screenshot instead.',
  },
  why: {
    title: 'Why {{name}}?',
    picture: 'Evidence over the photo {{name}}',
    where: 'What speaks for {{name}} lies mostly {{part}}.',
    parts: {
      topLeft: 'at the top left',
      top: 'at the top',
      topRight: 'at the top right',
      left: 'on the left',
      middle: 'in the middle',
      right: 'on the right',
      bottomLeft: 'at the bottom left',
      bottom: 'at the bottom',
      bottomRight: 'at the bottom right',
    },
    for: 'speaks for {{name}}',
    forOthers: 'speaks for other kinds',
    compare: 'Why not …?',
    average: 'All other kinds together',
    strength: 'Strength of the colours',
    text: 'The network looks at 7 × 7 places of the photo and adds up what each says for a kind. These colours are that sum, exactly. If they lie beside the object, the background may have decided: try another photo.',
  },
  camera: {
    title: 'Take a photo',
    picture: 'What the camera sees',
    starting: 'The camera is starting. Your browser may ask for permission.',
    hint: 'One object, close up, in good light.',
    take: 'Take the photo',
    switch: 'Other camera',
    torch: 'Light',
    program: 'The device’s camera program',
    close: 'Close the camera',
  },
  update: {
    title: 'A new version of Pilah is here.',
    text: 'It is used as soon as you like.',
    photos: 'The page is loaded anew for it: save the answers that you still need first.',
    busy: 'It can be used once your photos are sorted.',
    now: 'Use the new version',
    later: 'Later',
  },
  install: {
    title: 'Keep Pilah at hand?',
    text: 'Installed, it opens like any other program, also without internet.',
    now: 'Install Pilah',
    never: 'No, thank you',
  },
  queue: {
    title_one: '{{n}} photo in the queue',
    title_other: '{{n}} photos in the queue',
    list: 'Photos in the queue',
    progress: 'Done: {{done}} of {{total}}',
    progressLabel: 'Photos done',
    timeLeft: 'about {{time}} left',
    paused: 'paused',
    finished_one: 'The photo is done.',
    finished_other: 'All {{n}} photos are done.',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Stop',
    retry_one: 'Try the failed one again',
    retry_other: 'Try the {{n}} failed ones again',
    csv: 'Spreadsheet (CSV)',
    json: 'Data (JSON)',
    print: 'Print a report',
    clear: 'Empty the queue',
    totals: 'Photos per bin',
    unsure: 'not sure',
    notWaste: 'no waste',
    unsureAnswer: 'Not sure: {{answer}}?',
    waiting: 'Waits',
    classifying: 'Being sorted…',
    reportTitle: 'Sorted with Pilah, {{date}}',
    column: { file: 'Photo', kind: 'Kind', certainty: 'Certainty', verdict: 'Answer' },
    verdict: { sure: 'sure', unsure: 'not sure', 'not-waste': 'no waste' },
    keys: {
      title: 'Keys (?)',
      arrows: { name: '↑ ↓', text: 'the photo before or after' },
      enter: { name: 'Enter', text: 'open its card' },
      delete: { name: 'Delete', text: 'take it out of the queue' },
      help: { name: '?', text: 'show or hide these keys' },
    },
  },
  correction: {
    question: 'What is it really?',
    noted: 'Noted: this is {{name}}. Thank you.',
    offer: 'Pilah can learn from this, on this device alone. It can be deleted at any time in the',
    agree: 'Yes, teach my Pilah',
  },
  teach: {
    title: 'Teach my Pilah',
    switch: 'Learn from my corrections',
    text: 'Photos that look like those you corrected are answered as you said. What is kept is how the network saw them, in numbers, not the photos, and on this device alone.',
    none: 'No lessons yet. Press “This is wrong” below an answer.',
    count_one: '{{n}} lesson.',
    count_other: '{{n}} lessons.',
    checked: 'Checked on {{n}} other photos: {{after}} are answered rightly, {{before}} before.',
    unused: 'These lessons are not in use at present.',
    learnt: 'Pilah has learnt from this.',
    undone: 'This lesson would spoil other answers, so it was not taken.',
    forgotten: 'All lessons are deleted.',
    forget: 'Forget all lessons',
    export: 'Save the lessons',
    import: 'Bring in a file',
  },
  tips: {
    title: 'How to take a good photo',
    one: 'One object alone, on a plain ground.',
    close: 'Close up, until it fills more than half of the photo.',
    light: 'In good light, without the shadow of your hand and without glare.',
    done: 'Got it',
  },
  settings: {
    lead: 'All choices are kept on this device alone.',
    look: 'Language and look',
    language: 'Language',
    autoLanguage: 'as the browser has it',
    theme: 'Look',
    themes: { auto: 'as the device has it', light: 'light', dark: 'dark' },
    sorting: 'Sorting',
    atOnce: 'Sort at once',
    atOnceText: 'A photo is sorted as soon as it is chosen, without pressing the button.',
    keepHistory: 'Keep a history',
    keepHistoryText:
      'Answers are kept with a small picture, on this device alone. What is there already stays.',
    everything: 'All data',
    everythingText:
      'Deletes history, lessons, choices and the model from this device. This cannot be undone.',
    deleteAll: 'Delete everything',
    deleteSure: 'Delete history, lessons, choices and the model?',
    deleteYes: 'Yes, delete everything',
    deleteNo: 'No',
    version: 'Version',
    versionText: 'Pilah {{app}}, model {{model}}',
    newTitle: 'New in this version',
    news: {
      guide: 'A guide that can be searched: type the name of a thing, even misspelt.',
      history: 'History: all your answers, with statistics, and saved to a file if you like.',
      teach: '“This is wrong”: correct an answer, and Pilah can learn from it.',
      model: 'The model page shows where Pilah is often wrong.',
    },
  },
  poster: {
    lead: 'One sheet of A4: nine kinds, where they go and what to mind. Hang it up in the kitchen, the classroom or the waste bank.',
    print: 'Print the poster',
    subtitle: 'where waste goes',
  },
  guide: {
    search: 'Where does this thing go?',
    searchExample: 'for example: swollen battery, nappy, can',
    found_one: '{{n}} match.',
    found_other: '{{n}} matches.',
    nothingFound:
      'Nothing matches. Try another word, or take a photo of it. What belongs to no kind is residue.',
    notCovered: 'None of the nine kinds that Pilah tells from a photo.',
    itemsTitle: 'Everyday things of this kind',
    othersTitle: 'What the nine kinds do not cover',
    othersText: 'Pilah does not know these from a photo, but it knows where they go.',
    poster: 'Poster to print',
    backToGuide: 'Back to the guide',
    lead: 'Where each of them goes, what belongs to it and what is dangerous. This page needs no model.',
    bins: 'The five groups',
    binsSource:
      'Law 18/2008 and government regulation 81/2012; colours as usually published by Indonesia’s ministry of public works.',
    law: 'Law 18/2008, article 29, forbids mixing waste with hazardous waste (B3) and burning it against the rules.',
    kinds: 'The nine kinds',
    back: 'All kinds',
    wasteBanks: 'In 2020 Indonesia had 11,330 waste banks (bank sampah) with 419,000 members.',
    wasteBanksSource: 'environment ministry, through m.clicks.id',
  },
  history: {
    lead: 'Every answer with its small picture. All of this is on this device only; the photos themselves are not kept.',
    limit:
      'Kept: {{n}} of at most {{limit}} answers. When there is no more room, the oldest go first.',
    off: 'The history is switched off: new answers are not kept.',
    loading: 'Opening the history…',
    emptyTitle: 'No answers here yet',
    emptyText: 'Sort a photo, and its answer appears here.',
    emptyLink: 'Sort a photo',
    search: 'Search the history',
    kind: 'Kind',
    anyKind: 'All kinds',
    from: 'From',
    until: 'Until',
    everything: 'Show all',
    found_one: '{{n}} answer found.',
    found_other: '{{n}} answers found.',
    list: 'Answers, newest first',
    unsure: 'Not sure: {{answer}}?',
    corrected: 'You said: {{kind}}',
    correct: 'It is',
    asAnswered: 'as answered',
    remove: 'Delete this answer',
    clear: 'Delete all',
    export: 'Save to a file',
    import: 'Bring in a file',
    removed_one: '{{n}} answer deleted.',
    removed_other: '{{n}} answers deleted.',
    restored_one: '{{n}} answer is back.',
    restored_other: '{{n}} answers are back.',
    undo: 'Undo',
    imported_one: '{{n}} answer added.',
    imported_other: '{{n}} answers added.',
    known_one: '{{n}} was here already.',
    known_other: '{{n}} were here already.',
    leftOut_one: '{{n}} found no room: the history is full.',
    leftOut_other: '{{n}} found no room: the history is full.',
    removeDamaged: 'Delete the damaged ones',
  },
  errors: {
    'camera-denied':
      'The camera is not allowed here. Allow it for this page in your browser’s settings, use the device’s own camera program, or choose a photo.',
    'camera-missing':
      'No camera was found. Use the device’s own camera program, or close this and choose a photo.',
    'camera-busy':
      'The camera does not answer; another program may be using it. Close that, then open the camera again.',
    'history-unavailable':
      'The history cannot be opened or written here; photos are sorted as usual. Close other tabs with Pilah, free some space, or open Pilah in a window that is not private, then try again.',
    'history-newer':
      'This history was written by a newer version of Pilah; photos are sorted as usual. Close all tabs with Pilah, then reload this page to use that version.',
    'history-damaged':
      'Part of the history is damaged and cannot be shown; the rest is all there. Delete the damaged part, or leave it as it is.',
    'import-invalid':
      'That file is not a whole history from Pilah, so nothing was taken from it. Choose a file that this page has saved.',
    'lessons-unkept':
      'What you taught holds until this page is closed, but it cannot be kept here. Free some space, or open Pilah in a window that is not private.',
    'lessons-invalid':
      'That file holds no lessons for this version of the model, so nothing was taken from it. Choose a file that this page has saved.',
  },
  model: {
    lead: 'Every figure below was measured on photos that were never used in training.',
    waiting: 'These figures travel with the model’s files and show once those have been read.',
    computeOn: 'Compute with',
    computeChoice: {
      auto: 'the fastest on this device',
      wasm: 'processor (WebAssembly)',
      webgl: 'graphics processor (WebGL)',
      webgpu: 'graphics processor (WebGPU)',
    },
    device: {
      threads: 'Processor cores',
      autoThreads: 'as many as are good',
      title: 'On this device',
      stored: 'All files of the model are kept on this device: {{size}}.',
      storing: 'The model’s files are being kept on this device…',
      absent: 'The model’s files are not kept on this device. It works until you close this page.',
      incomplete: 'The model’s files are not complete on this device.',
      used: 'Pilah takes {{used}} of the {{quota}} that this browser allows.',
      persisted: 'The browser has promised not to delete them by itself.',
      notPersisted: 'The browser may delete them when space runs short.',
      remove: 'Remove the model from this device',
      fetch: 'Fetch it again',
    },
    unmeasured: 'This version of the model has not been measured yet.',
    answer_one:
      'of 100 photos of waste are answered right: measured on {{n}} test photo that it had never seen',
    answer_other:
      'of 100 photos of waste are answered right: measured on {{n}} test photos that it had never seen',
    sureAnswer:
      'Pilah is sure of its answer for {{sure}} of 100 photos of waste. Of 100 such sure answers, about {{right}} are right.',
    paperAnswer:
      'The paper’s recipe, which we trained again and measured on the same photos, is right on {{right}} of 100.',
    headline: 'Mean recall over the nine kinds',
    accuracy: 'Accuracy',
    auroc: 'AUROC, waste against not waste',
    weak: {
      title: 'Where Pilah is often wrong',
      kinds: 'These three kinds are missed most often. Compare the cards before you throw it away.',
      missed: 'Of {{n}} test photos, {{missed}} got a wrong answer.',
      takenFor: 'Most often taken for: {{answers}}.',
      answer: '{{kind}} ({{n}})',
      card: 'Card: {{kind}}',
      street:
        'New places. A network trained without photos from streets and homes recognises {{right}} of 100 such photos ({{n}} test photos), not {{usual}}. About that is what to expect in places that Pilah has never seen.',
      other:
        'Things that are no waste. Of 100 photos of other things, {{rejected}} are turned away, but {{sure}} are called sure as if they were waste ({{n}} test photos).',
      sure: 'Sure can still be wrong: about {{wrong}} of 100 sure answers are. Where there is danger, trust the label on the thing, not Pilah.',
      photos:
        'A dark photo, or several things in one photo: the answer can be wrong and still look sure.',
    },
    ece: 'Calibration error (ECE, 15 bins)',
    sureShare: 'Waste photos answered as sure',
    sureAccuracy: 'Right among the sure ones',
    otherSure: 'Photos of no waste wrongly answered as sure',
    compareTitle: 'The exact figures, beside the paper’s recipe',
    compareText:
      'Both trained by us and measured on the same test photos, Pilah with the files that you download. The paper’s recipe: frozen base, RGB / 255, 28 epochs; it knows no “sure”.',
    measure: 'Measure',
    ours: 'Pilah',
    paper: 'The paper’s recipe',
    macroRecall: 'Mean recall',
    paperFigures:
      'The paper writes {{training}}: that is accuracy on its training photos in the last epoch. It also writes {{single}}: that is the softmax value of one single photo. Neither says how often the network is right on new photos.',
    plotsTitle: 'The measurement as plots',
    perClassTitle: 'Kind by kind',
    perClassSummary:
      'How much of each kind’s photos is recognised (recall). Highest: {{best}}, {{bestRecall}}; lowest: {{worst}}, {{worstRecall}}.',
    confusionTitle: 'Mistaken for what?',
    confusionSummary:
      'Rows: the true kind. Columns: Pilah’s answer. The deeper, the more often; what has an edge is right. The most frequent mistakes: {{mistakes}}.',
    mistake: '{{kind}} taken for {{answer}} ({{n}})',
    reliabilityTitle: 'Can its certainty be trusted?',
    reliabilitySummary:
      'Reliability diagram: when Pilah is 80% certain, 80% of those answers should be right. On average it is off by {{error}} (ECE, {{n}} test photos).',
    certainty: 'Certainty',
    meanCertainty: 'Mean certainty',
    rightShare: 'Answered right',
    cautionTitle: 'If it answered only the surest',
    cautionSummary:
      'Risk and coverage: if only the surest half of the photos is answered, {{half}} of the answers are wrong; if all are, {{all}}.',
    coverage: 'Photos answered',
    risk: 'Answers that are wrong',
    riskOurs: 'Wrong, Pilah',
    riskPaper: 'Wrong, the paper’s recipe',
    otherTitle: 'Measured in other ways',
    float32: 'The same network before it was made small (float32)',
    eightBit: 'The same, simply rounded to eight bits a weight ({{size}})',
    frozenHead: 'Frozen base with a new last layer (float32)',
    kFold: 'Cross validation in {{folds}} folds, frozen base',
    plusMinus: '{{mean}}\u00a0±\u00a0{{sd}}',
    street:
      'The tuned network (not yet distilled), trained without photos from streets, homes and bulbs in use, on those',
    leaveOneOut: 'One source of photos left out, frozen base',
    otherNote:
      'A source that was left out is the test closest to your own camera: photos from a place never seen in training.',
    source: 'Source of photos',
    network: {
      title: 'The network and its photos',
      text: 'VGG16: five blocks look for patterns, from lines to shapes. Each block halves the picture’s width and looks for more patterns; the last layer adds them up to nine values. {{n}} parameters in all.',
      photo: 'Photo',
      block: 'Block {{n}}',
      convolutions_one: '{{n}} convolution',
      convolutions_other: '{{n}} convolutions',
      head: 'Last layer',
      headText: '{{features}} → {{kinds}} kinds',
    },
    data: {
      splits:
        'There are {{n}} photos: {{train}} to train with, {{validation}} to choose with, {{test}} to test with. No photo is in two of these.',
      sources:
        'Of these, {{waste}} are photos of waste from {{sources}} sources, and {{other}} of other things.',
      mostly:
        'Most were taken in a studio or indoors, one thing in each photo; few are from streets. Photos of organic waste are mostly food, not scraps; those of light bulbs are mostly their makers’.',
    },
    kind: 'Kind',
    recall: 'Recall',
    precision: 'Precision',
    paperRecall: 'Recall of the paper’s recipe',
    count: 'Test photos',
    aboutTitle: 'Versions and licences',
    appVersion: 'Pilah’s version',
    version: 'The model’s version',
    created: 'Made',
    download: 'Download',
    renderer: 'Graphics processor: {{name}}',
    licences: 'Licences',
    licenceText:
      'Pilah’s code: MIT. Base weights: VGG16 from Oxford (CC BY 4.0), through torchvision (BSD-3-Clause), trained on ImageNet. The training photos have many sources, some without a stated licence: the repository’s model card lists them.',
    packageLicences: 'Licences of all packages in this page',
    sampleSources: 'Sources and licences of the sample photos',
  },
  plots: {
    table: 'The numbers as a table',
    confusion: { corner: 'True ↓ answer →' },
    reliability: {
      bar: 'answered right',
      few: 'of fewer than {{n}} photos',
      diagonal: 'certainty just right',
      right: 'Answered right',
      certainty: 'Pilah’s certainty',
      photos: 'Test photos',
    },
  },
  statistics: {
    title: 'Your statistics',
    count: 'Photos',
    kindsTitle: 'By kind',
    kindsSummary: 'Photos sorted: {{n}}. Most: {{name}} ({{most}}).',
    kind: 'Kind',
    notWaste: 'Not waste',
    weeksTitle: 'By week',
    weeksSummary_one: 'Photos in this week: {{n}}. It is {{week}} ({{most}}), from Monday on.',
    weeksSummary_other:
      'Photos in {{weeks}} weeks: {{n}}. Most in {{week}} ({{most}}). Weeks begin on Monday.',
    week: 'Week',
    binsTitle: 'By bin',
    binsSummary: 'Photos that have a bin: {{n}}. Most: {{name}} ({{most}}). Not waste: {{none}}.',
    binsNone: 'Nothing has gone into a bin yet. Not waste: {{none}}.',
    bin: 'Bin',
  },
};

/** Every fact comes from a source that the card names. */
export const cards: Cards = {
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

/** Everyday items for the guide: names, the usual one first, and what to do or mind. */
export const items: ItemTexts = {
  'aa-battery': [
    'AA battery; batteries; AAA battery; single-use battery; dry cell',
    'Tape over both poles and hand it in at a collection point for hazardous waste.',
  ],
  'button-cell': [
    'Button cell; coin cell; watch battery',
    'Keep it away from children: it is dangerous when swallowed.',
  ],
  'rechargeable-battery': [
    'Rechargeable battery; Ni-MH battery',
    'Store it in a box that does not conduct until you hand it in.',
  ],
  'swollen-battery': [
    'Swollen battery; bloated battery; puffed-up battery',
    'Stop using it, do not charge it, do not puncture it. The gas is toxic and burns.',
  ],
  'phone-battery': [
    'Phone battery; camera battery; removable battery',
    'Take it out of the device if you can, tape over the poles, hand it in as hazardous.',
  ],
  'car-battery': [
    'Car battery; motorbike battery; lead battery; accumulator',
    'Keep it upright and closed: there is acid inside. Workshops usually take old ones.',
  ],
  't-shirt': [
    'T-shirt; shirt; blouse; top',
    'Wearable: wash and donate it. Worn out: make a rag of it.',
  ],
  trousers: ['Trousers; jeans; pants; skirt', 'Wearable: wash and donate it.'],
  underwear: ['Underwear; bra; briefs', 'Clean ones make rags; used ones are not for donating.'],
  socks: ['Socks; stockings', 'Those with holes still make good rags.'],
  jacket: ['Jacket; coat; sweater; hoodie', 'Check the pockets, wash it, then donate it.'],
  towel: ['Towel; tea towel; cloth', 'Old towels are good rags.'],
  'bed-sheet': [
    'Bed sheet; blanket; pillowcase; curtain',
    'Wash it first; what is still good can be donated.',
  ],
  headscarf: ['Headscarf; scarf; sarong', 'Wearable: wash and donate it.'],
  'school-uniform': ['School uniform; uniform', 'A younger pupil may need it: ask at school.'],
  'fabric-scraps': [
    'Fabric scraps; cloth remnants',
    'Collect them: craftspeople often look for them.',
  ],
  'mobile-phone': [
    'Mobile phone; cell phone; smartphone',
    'Wipe your data first, then bring it to an e-waste drop box.',
  ],
  laptop: ['Laptop; computer; PC', 'Wipe your data; take the battery out if you can.'],
  charger: ['Charger; power adapter', 'Do not cut its cable; bring it to an e-waste drop box.'],
  cable: [
    'Cable; USB cable; power cord; wire',
    'Do not burn it for its copper: the smoke is toxic.',
  ],
  'power-bank': [
    'Power bank; portable charger',
    'There is a battery inside. If it is swollen, do not charge or puncture it.',
  ],
  earphones: ['Earphones; headphones; headset; earbuds', 'Wireless ones hold small batteries.'],
  'remote-control': ['Remote control; TV remote', 'Take the batteries out first.'],
  iron: ['Iron; clothes iron', 'Bring it to an e-waste drop box, or ask a repair shop.'],
  'rice-cooker': ['Rice cooker', 'Its inner pot may go with it; do not take it apart yourself.'],
  fan: ['Electric fan', 'A bulky thing: ask about pick-up in your region.'],
  television: [
    'Television; TV; monitor; screen',
    'Do not break it; ask about pick-up in your region.',
  ],
  fridge: [
    'Fridge; refrigerator; air conditioner',
    'Do not take it apart: its cooling gas is a job for experts.',
  ],
  printer: ['Printer; scanner', 'Take the ink or toner out first.'],
  keyboard: ['Keyboard; mouse', 'Wireless ones hold batteries: take those out first.'],
  'electric-toy': [
    'Electric toy; toy with batteries; remote-controlled car',
    'Take the batteries out first.',
  ],
  vape: ['Vape; e-cigarette; pod', 'There is a battery inside: never in the ordinary bin.'],
  'electric-toothbrush': [
    'Electric toothbrush; electric shaver; hair dryer',
    'Whatever runs on electricity is e-waste.',
  ],
  'glass-bottle': [
    'Glass bottle; syrup bottle; beer bottle; sauce bottle',
    'Empty and rinse it; whole bottles go to a waste bank.',
  ],
  'glass-jar': ['Glass jar; jam jar', 'Its metal lid goes to metal.'],
  'perfume-bottle': ['Perfume bottle', 'Empty it first; take the sprayer off if you can.'],
  'medicine-bottle': [
    'Glass medicine bottle; balm jar',
    'Only when it is empty; what is left of the medicine is hazardous.',
  ],
  'drinking-glass': [
    'Drinking glass; tumbler',
    'Whole: it can be used again. Broken: wrap and label it.',
  ],
  'glass-shards': [
    'Glass shards; broken glass',
    'Wrap them, put them in a box and write “Bahaya! Ada pecahan kaca” on it.',
  ],
  'window-pane': ['Window pane; sheet glass', 'Ask the waste bank first: not all of them take it.'],
  'led-bulb': ['LED bulb; LED lamp', 'It holds no mercury; still better collected separately.'],
  'energy-saving-bulb': [
    'Energy-saving bulb; compact fluorescent lamp; CFL',
    'It holds mercury: do not break it; keep it in its box.',
  ],
  'fluorescent-tube': [
    'Fluorescent tube; neon tube; strip light',
    'It holds mercury: do not break it; hand it in as hazardous.',
  ],
  'incandescent-bulb': [
    'Incandescent bulb; light bulb; filament bulb',
    'Its glass is thin: keep it in its box until it is collected.',
  ],
  'halogen-bulb': [
    'Halogen bulb; spotlight; headlight bulb',
    'Let it cool first, then keep it in its box.',
  ],
  'broken-lamp': [
    'Broken lamp; broken fluorescent lamp',
    'Leave for 5–10 minutes and let air in; no vacuum cleaner; use card and tape.',
  ],
  'fairy-lights': [
    'Fairy lights; string lights; Christmas lights',
    'Collect them with lamps, cable and all.',
  ],
  'drink-can': [
    'Drink can; soda can; aluminium can; tin; can',
    'Empty, rinse and flatten it; bring it to a waste bank.',
  ],
  'food-can': [
    'Food can; tin can; sardine tin; biscuit tin',
    'Rinse it first; mind its sharp edge.',
  ],
  'empty-spray-can': [
    'Empty spray can; empty aerosol',
    'Only when it is quite empty; do not puncture it.',
  ],
  foil: ['Aluminium foil; tin foil', 'Clean: crumple it into a ball. Dirty: it is residue.'],
  'bottle-cap': ['Bottle cap; crown cap; metal lid', 'Collect them in a can so that none is lost.'],
  nails: ['Nails; screws; bolts', 'Put them in a closed container: they are sharp.'],
  cutlery: ['Cutlery; spoon; fork', 'Still good: somebody else can use it.'],
  'kitchen-knife': [
    'Kitchen knife; scissors; razor blade; cutter',
    'Wrap the blade in card and tape.',
  ],
  pan: ['Pan; pot; wok; kettle', 'Take its plastic handle off if you can.'],
  'clothes-hanger-wire': ['Wire hanger; wire', 'Coil it so that it hurts nobody.'],
  'zinc-sheet': [
    'Zinc sheet; corrugated iron; scrap metal',
    'Scrap dealers take it; mind its edges.',
  ],
  'bicycle-parts': ['Bicycle parts; bicycle chain; wheel rim', 'Scrap dealers take them.'],
  rice: ['Leftover rice; spoilt rice', 'Compost it or feed it; never with its plastic.'],
  'vegetable-scraps': ['Vegetable scraps; vegetables', 'For compost, a biopori hole or larvae.'],
  'banana-peel': ['Banana peel; fruit peel; orange peel', 'Compost it; cut small it goes faster.'],
  'rotten-fruit': ['Rotten fruit; fruit scraps', 'Take the sticker off, then compost it.'],
  eggshell: ['Eggshell; egg shells', 'Crush it first, then compost it.'],
  'coffee-grounds': ['Coffee grounds; tea leaves', 'Good for compost and plants.'],
  'tea-bag': ['Tea bag', 'Staple and plastic off; its content is for compost.'],
  'chicken-bones': ['Chicken bones; fish bones', 'They rot slowly: bury them deep or feed larvae.'],
  leftovers: [
    'Leftovers; spoilt food; stale bread',
    'Drain the oil first, then compost or larvae.',
  ],
  'dry-leaves': ['Dry leaves; leaves; grass; twigs', 'Compost them; do not burn them.'],
  'coconut-shell': ['Coconut shell; coconut husk', 'It rots slowly: split it, or use it as a pot.'],
  flowers: ['Wilted flowers; bouquet', 'Take wire and plastic off.'],
  'banana-leaf': ['Banana leaf wrapping', 'Compost it; take stick and rubber band off.'],
  sawdust: ['Sawdust; wood shavings; toothpick; skewer', 'Unpainted wood only.'],
  cardboard: ['Cardboard; carton; cardboard box', 'Flatten it and keep it dry.'],
  newspaper: ['Newspaper; magazine', 'Tie it up; dry ones only.'],
  'office-paper': [
    'Office paper; printer paper; white paper',
    'Use its back first, then the waste bank.',
  ],
  notebook: ['Notebook; book; school book', 'Still good: pass it on. Take the wire off.'],
  envelope: ['Envelope; letter; invitation card', 'Take its plastic window off.'],
  'paper-bag': ['Paper bag', 'Use it again while it holds.'],
  'egg-carton': ['Egg carton; egg tray', 'Clean ones go to the waste bank, or are used again.'],
  'toilet-roll-core': ['Toilet roll core; cardboard tube', 'The card only; the tissue is residue.'],
  'cereal-box': ['Cereal box; toothpaste box; folding box', 'Take the plastic bag inside out.'],
  calendar: ['Calendar; poster; leaflet; flyer', 'Take its wire or clip off.'],
  'plastic-bottle': [
    'Plastic bottle; water bottle; PET bottle',
    'Empty, rinse and squeeze it; code 1 sells best.',
  ],
  'plastic-cup': ['Plastic cup; water cup', 'Take lid and straw off.'],
  'shampoo-bottle': [
    'Shampoo bottle; detergent bottle; soap bottle',
    'Rinse it well; code 2 sells well.',
  ],
  'plastic-bag': [
    'Plastic bag; carrier bag; shopping bag',
    'Use it again; soft film is hard to recycle.',
  ],
  jerrycan: ['Jerrycan; water gallon; canister', 'Rinse it first; it sells well.'],
  'food-container': [
    'Plastic food container; takeaway box; lunch box',
    'Wash the grease off; code 5 sells well.',
  ],
  'bottle-top': [
    'Plastic bottle top; plastic cap',
    'Collect it apart from the bottle: it is another plastic.',
  ],
  straw: ['Straw; drinking straw', 'Too small for sorting: collect them in a bottle.'],
  bucket: ['Bucket; basin; dipper', 'Even broken ones sell at the waste bank.'],
  'plastic-toy': ['Plastic toy; plastic doll', 'Still good: donate it.'],
  'bubble-wrap': ['Bubble wrap; parcel film', 'Use it again; soft film is hard to recycle.'],
  'plastic-hanger': ['Plastic hanger; coat hanger', 'Use it again while it is whole.'],
  'pvc-pipe': ['PVC pipe; plastic pipe; hose', 'Code 3 is hard to recycle: ask first.'],
  toothbrush: ['Toothbrush; plastic comb', 'Mixed plastics: it often ends up as residue.'],
  nappy: [
    'Nappy; nappies; diaper; baby diaper',
    'Its content goes into the toilet; fold it tight; residue.',
  ],
  'sanitary-pad': ['Sanitary pad; tampon; pantyliner', 'Rinse it, wrap it; residue.'],
  tissue: [
    'Tissue; used tissue; wet wipe; toilet paper',
    'Used tissue is no paper for recycling: too short in fibre, and dirty.',
  ],
  'cigarette-butt': [
    'Cigarette butt; cigarette end',
    'Be sure that it is out; never into the drain.',
  ],
  styrofoam: [
    'Styrofoam; polystyrene foam; foam box',
    'Hardly anybody recycles it: avoid it, then residue.',
  ],
  sachet: [
    'Sachet; instant noodle wrapper; coffee sachet',
    'Many layers: collect it for ecobricks, or residue.',
  ],
  'crisp-packet': ['Crisp packet; snack wrapper; sweet wrapper', 'Coated with metal: residue.'],
  'greaseproof-paper': [
    'Greaseproof paper; food wrapping paper',
    'Coated with plastic, and greasy: residue.',
  ],
  receipt: ['Receipt; till receipt; thermal paper; ticket', 'Thermal paper must not go to paper.'],
  'paper-cup': ['Paper cup; coffee cup; paper bowl', 'Coated with plastic inside: residue.'],
  'face-mask': ['Face mask; disposable mask', 'Cut its straps, wrap it; residue.'],
  plaster: ['Plaster; bandage; cotton bud; cotton wool', 'Wrap it tight; residue.'],
  ceramic: ['Ceramic; plate; china; mug; clay pot', 'It is no glass: wrap the pieces; residue.'],
  mirror: ['Mirror; broken mirror', 'It is coated: not recycled with glass. Wrap the pieces.'],
  'heatproof-glass': [
    'Heatproof glass; Pyrex; oven glass',
    'It melts at another heat than bottles: not with glass.',
  ],
  'chewing-gum': ['Chewing gum', 'Wrap it in paper; residue.'],
  'pet-litter': ['Cat litter; pet droppings', 'Wrap it tight; residue, not for kitchen compost.'],
  hair: ['Hair; nail clippings', 'A little may be composted; the rest is residue.'],
  dust: ['Dust; sweepings; vacuum bag', 'Wrap it so that it does not fly.'],
  'sticky-tape': [
    'Sticky tape; adhesive tape; sticker',
    'Take it off cardboard as far as you can; residue.',
  ],
  'ballpoint-pen': [
    'Ballpoint pen; marker; felt-tip',
    'Mixed materials: residue when it is empty.',
  ],
  photo: ['Printed photo', 'It is coated: not for paper.'],
  'laminated-card': ['Bank card; plastic card; laminated paper', 'Cut up your data first.'],
  candle: ['Candle; candle stub', 'It can be melted again; the rest is residue.'],
  sponge: ['Sponge; scouring pad', 'Residue.'],
  condom: ['Condom', 'Wrap it in tissue; residue, never the toilet.'],
  'construction-rubble': [
    'Rubble; brick; cement; tile',
    'Not for the ordinary bin lorry: ask in your region.',
  ],
  'drink-carton': [
    'Drink carton; milk carton; juice box; Tetra Pak',
    'Empty it, flatten it, collect it apart from paper.',
  ],
  shoes: ['Shoes; sandals; flip-flops', 'Still good: clean and donate them as a pair.'],
  bag: ['Bag; backpack; suitcase; wallet', 'Still good: donate it.'],
  pillow: ['Pillow; cushion; soft toy', 'Clean ones can be used again; the rest is residue.'],
  mattress: ['Mattress; sofa; carpet', 'A bulky thing: ask about pick-up in your region.'],
  furniture: ['Furniture; chair; table; cupboard', 'Still good: give it away or sell it.'],
  tyre: ['Tyre; inner tube', 'Workshops or craftspeople take it; do not burn it.'],
  umbrella: ['Umbrella', 'Broken: cloth and frame can be taken apart.'],
  'rubber-band': ['Rubber band', 'Collect them and use them again.'],
  medicine: [
    'Medicine; expired medicine; pills',
    'Neither toilet nor ordinary bin: ask a pharmacy or health centre.',
  ],
  syringe: [
    'Syringe; needle; insulin needle; lancet',
    'Into a thick closed bottle with a label; hand it to a health centre.',
  ],
  thermometer: ['Mercury thermometer; thermometer', 'It holds mercury: do not break it.'],
  'cooking-oil': [
    'Used cooking oil; frying oil',
    'Neither organic nor for the drain: collect it in a bottle, some buy it.',
  ],
  'engine-oil': ['Engine oil; used motor oil', 'Never into soil or drain: workshops take it.'],
  paint: ['Paint; paint tin; thinner', 'Close it tight, do not mix it, hand it in as hazardous.'],
  pesticide: [
    'Pesticide; insecticide; rat poison; mosquito spray',
    'Keep it in its own container; hand it in as hazardous.',
  ],
  'full-spray-can': [
    'Spray can with content; aerosol; hairspray',
    'With content it is hazardous: it can burst when hot.',
  ],
  bleach: [
    'Bleach; toilet cleaner; cleaning liquid',
    'Never mix it with other cleaners; an empty, rinsed bottle is plastic.',
  ],
  lighter: ['Lighter', 'There is gas in it still: keep it from heat.'],
  'gas-canister': [
    'Gas canister; gas cylinder',
    'Do not puncture it; cylinders go back to the dealer.',
  ],
  'ink-cartridge': ['Ink cartridge; toner', 'Close its opening; ask where you bought it.'],
  'nail-polish': ['Nail polish; acetone; hair dye', 'It burns easily: close it tight.'],
  glue: ['Glue; adhesive', 'Liquid glue is hazardous; dried, it is residue.'],
  fireworks: [
    'Fireworks; firecracker',
    'Those that did not go off: soak them, touch them no more, call the authorities.',
  ],
};
