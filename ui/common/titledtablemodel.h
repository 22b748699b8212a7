#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace consent::ui {

/// A flat table with a title over each column: what every such table of ours says alike. A table of its own gives its
/// rows, its titles and data().
class TitledTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit TitledTableModel(int columns, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// The words have changed their language.
    void retranslate();

protected:
    virtual int rows() const = 0;
    /// One for each column, in the language of the program.
    virtual QStringList titles() const = 0;

private:
    const int m_columns;
};

} // namespace consent::ui
