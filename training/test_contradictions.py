from pathlib import Path

import numpy as np

from training.contradictions import contact_sheet, held_out_answers, most_contradicted
from training.photos import Photo, labels_of, read_index


def test_a_wrong_label_is_contradicted_by_heads_that_have_not_seen_it(photo_folder: Path) -> None:
    photos = read_index(photo_folder)
    truth = labels_of(photos)
    # Features that tell the class plainly, so that only labels can be wrong.
    rng = np.random.default_rng(0)
    features = np.abs(rng.standard_normal((len(photos), 7, 7, 512))).astype(np.float32) * 0.1
    features[np.arange(len(photos)), ..., truth + 1] += 20
    place = int(np.flatnonzero(truth == 4)[3])
    photos[place] = Photo(photos[place].file, "paper", photos[place].source)

    answers = held_out_answers(photos, features)
    found = most_contradicted(labels_of(photos), answers, 5)

    assert found[0] == place
    assert answers[place].argmax() == 4
    sheet = contact_sheet(photo_folder, [photos[n] for n in found], answers[found])
    assert np.asarray(sheet).std() > 0


def test_things_that_are_no_waste_have_no_label_to_contradict() -> None:
    answers = np.full((3, 9), 1 / 9)
    answers[1, 2] = 0.05
    assert most_contradicted(np.array([-1, 2, 5]), answers, 3).tolist() == [1, 2]
