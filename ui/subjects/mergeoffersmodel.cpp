#include "ui/subjects/mergeoffersmodel.h"

namespace consent::ui {

using namespace Qt::StringLiterals;

void MergeOffersModel::setOffers(std::vector<desk::MergeOffer> offers)
{
    beginResetModel();
    m_offers = std::move(offers);
    endResetModel();
}

QStringList MergeOffersModel::titles() const
{
    return {tr("Name"), tr("First registration"), tr("Second registration"), tr("What is the same")};
}

QVariant MergeOffersModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::MergeOffer &pair = offer(index.row());
    const auto inShort = [](const desk::SubjectSummary &who) {
        return QString(who.maskedPhone + u"  "_s + who.birthDate.toString(Qt::ISODate));
    };
    switch (index.column()) {
    case NameColumn:
        return pair.one.name;
    case OneColumn:
        return inShort(pair.one);
    case OtherColumn:
        return inShort(pair.other);
    case WhyColumn:
        switch (pair.likeness) {
        case cache::Likeness::PhoneAndName:
            return tr("Number and name");
        case cache::Likeness::NameAndBirthDate:
            return tr("Name and birth date");
        case cache::Likeness::All:
            return tr("Everything");
        }
    }
    return {};
}

} // namespace consent::ui
